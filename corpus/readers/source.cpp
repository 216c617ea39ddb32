#include "corpus/readers/source.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace entente::corpus {
namespace {

namespace fs = std::filesystem;

bool is_about_the_folder(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.empty() || name[0] == '.' || name[0] == '_') return true;
  const std::string stem = name.substr(0, name.find('.'));
  return stem == "README" || stem == "LICENSE";
}

Place at(const fs::path& path) { return {path.string(), 0, 0, {}}; }

bool is_folder(const fs::path& path, bool follow_links) {
  std::error_code error;
  const auto status = follow_links ? fs::status(path, error) : fs::symlink_status(path, error);
  return !error && fs::is_directory(status);
}

}  // namespace

InputSource::InputSource(std::vector<std::string> inputs, ReadOptions options)
    : inputs_(std::move(inputs)), options_(std::move(options)) {}
InputSource::InputSource(InputSource&&) noexcept = default;
InputSource::~InputSource() = default;

std::optional<RawDocument> InputSource::next(Diagnostics& diagnostics) {
  while (true) {
    if (records_) {
      if (auto raw = records_->next(diagnostics)) return raw;
      records_.reset();
    }
    if (const auto path = next_in_folders(diagnostics)) {
      if (auto raw = open(*path, false, diagnostics)) return raw;
      continue;
    }
    if (at_ == inputs_.size()) return std::nullopt;
    const fs::path input = inputs_[at_++];
    if (input != "-" && is_folder(input, true)) {
      enter(input, diagnostics);
    } else if (auto raw = open(input, true, diagnostics)) {
      return raw;
    }
  }
}

std::optional<RawDocument> InputSource::open(const fs::path& path, bool named, Diagnostics& diagnostics) {
  const Format* format = named && !options_.format.empty() ? format_named(options_.format) : format_of(path);
  if (format == nullptr) {
    diagnostics.error(Code::TextUnknownFormat, at(path),
                      "No reader knows this input; name its format with --input-format");
    return std::nullopt;
  }
  if (format->open == nullptr) return RawDocument{format, path.string(), path, {}, 0};
  auto records = format->open(path, options_);
  if (!records) {
    diagnostics.add(records.error());
  } else {
    records_ = std::move(*records);
  }
  return records_ ? records_->next(diagnostics) : std::nullopt;
}

void InputSource::enter(const fs::path& folder, Diagnostics& diagnostics) {
  std::error_code error;
  std::vector<fs::path> names;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!is_about_the_folder(it->path())) names.push_back(it->path());
  }
  if (error) diagnostics.error(Code::IoOpen, at(folder), "Could not list the folder: " + error.message());
  std::sort(names.begin(), names.end(), [](const fs::path& a, const fs::path& b) { return a.native() > b.native(); });
  folders_.push_back(std::move(names));
}

std::optional<fs::path> InputSource::next_in_folders(Diagnostics& diagnostics) {
  while (!folders_.empty()) {
    if (folders_.back().empty()) {
      folders_.pop_back();
      continue;
    }
    fs::path path = std::move(folders_.back().back());
    folders_.back().pop_back();
    if (is_folder(path, false)) {
      enter(path, diagnostics);
      continue;
    }
    const Format* format = format_of(path);
    const bool wanted = format != nullptr && (options_.format.empty() || format->name == options_.format);
    if (wanted && !is_folder(path, true)) return path;
  }
  return std::nullopt;
}

}  // namespace entente::corpus
