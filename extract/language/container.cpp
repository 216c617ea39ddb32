#include "extract/language/container.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace entente::language {
namespace {

constexpr std::string_view kMagic = "ENTMODEL";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kHeader = 64;
constexpr std::size_t kEntry = 48;
constexpr std::size_t kName = 32;
constexpr std::size_t kAlign = 64;

template <typename T>
T number_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <typename T>
void put(std::string& out, std::size_t at, T value) {
  std::memcpy(out.data() + at, &value, sizeof value);
}

// Four lanes of multiply-and-shift over 8-byte words: several bytes a cycle, the same on every machine of
// our byte order.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t lane[4] = {0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL, 0x165667B19E3779F9ULL, 0x27D4EB2F165667C5ULL};
  const auto mix = [](std::uint64_t h, std::uint64_t word) {
    h = (h ^ word) * 0xD6E8FEB86659FD93ULL;
    return h ^ (h >> 32);
  };
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t i = 0; i < 4; ++i) lane[i] = mix(lane[i], number_at<std::uint64_t>(bytes, at + 8 * i));
  }
  std::uint64_t h = bytes.size();
  for (const auto l : lane) h = mix(h, l);
  for (; at < bytes.size(); ++at) h = mix(h, static_cast<unsigned char>(bytes[at]));
  return h;
}

std::size_t aligned(std::size_t size) { return (size + kAlign - 1) / kAlign * kAlign; }

}  // namespace

Diagnostic Container::damaged(std::uint64_t offset, std::string what) const {
  return {Severity::Error, Code::ModelDamaged, {name_, 0, 0, {}},
          "Model file is damaged at byte " + std::to_string(offset) + ": " + std::move(what)};
}

Diagnostic Container::broken(std::string_view section, std::string what) const {
  return {Severity::Error, Code::ModelContent, {name_, 0, 0, {}},
          "Model section '" + std::string(section) + "' is unusable: " + std::move(what)};
}

Result<Container> Container::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  Container container;
  container.name_ = path.string();
  container.file_ = std::make_unique<MappedFile>(*std::move(file));
  if (auto done = container.check(container.file_->bytes()); !done) return done.error();
  return container;
}

Result<Container> Container::from_bytes(std::string_view bytes, std::string name) {
  Container container;
  container.name_ = std::move(name);
  container.copy_.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(container.copy_.data(), bytes.data(), bytes.size());
  const auto* data = reinterpret_cast<const char*>(container.copy_.data());
  if (auto done = container.check({data, bytes.size()}); !done) return done.error();
  return container;
}

Result<Done> Container::check(std::string_view bytes) {
  if (bytes.size() < kHeader || bytes.substr(0, kMagic.size()) != kMagic) return damaged(0, "it is not a model of entente");
  if (number_at<std::uint32_t>(bytes, 12) != kByteOrder) return damaged(12, "it was written for another byte order");
  const auto version = number_at<std::uint32_t>(bytes, 8);
  if (version != kVersion) {
    return damaged(8, "version " + std::to_string(version) + " is not the version " + std::to_string(kVersion) + " that this program reads");
  }
  const auto size = number_at<std::uint64_t>(bytes, 16);
  if (size != bytes.size()) {
    return damaged(16, "it should have " + std::to_string(size) + " bytes and has " + std::to_string(bytes.size()));
  }
  if (number_at<std::uint64_t>(bytes, 24) != checksum(bytes.substr(kHeader))) return damaged(24, "the checksum differs");
  return read_table(bytes, number_at<std::uint32_t>(bytes, 32));
}

Result<Done> Container::read_table(std::string_view bytes, std::uint32_t count) {
  if (count > (bytes.size() - kHeader) / kEntry) return damaged(32, "the section table is longer than the file");
  bytes_ = bytes;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = kHeader + i * kEntry;
    const auto name = bytes.substr(at, kName);
    Entry entry{std::string(name.substr(0, name.find('\0'))), number_at<std::uint64_t>(bytes, at + kName),
                number_at<std::uint64_t>(bytes, at + kName + 8)};
    if (entry.offset % kAlign != 0 || entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) {
      return damaged(at, "section '" + entry.name + "' does not lie in the file");
    }
    entries_.push_back(std::move(entry));
  }
  return Done{};
}

std::vector<std::string> Container::sections() const {
  std::vector<std::string> names;
  for (const auto& entry : entries_) names.push_back(entry.name);
  return names;
}

const Container::Entry* Container::find(std::string_view section) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == section; });
  return found == entries_.end() ? nullptr : &*found;
}

Result<std::string_view> Container::raw(std::string_view section, std::size_t element, std::size_t count) const {
  const auto* entry = find(section);
  if (entry == nullptr) return broken(section, "it is missing");
  if (entry->size % element != 0) return broken(section, "its size is no multiple of " + std::to_string(element));
  if (count != SIZE_MAX && entry->size / element != count) {
    return broken(section, "it has " + std::to_string(entry->size / element) + " elements instead of " + std::to_string(count));
  }
  return bytes_.substr(entry->offset, entry->size);
}

void ContainerWriter::add_bytes(std::string name, std::string bytes) {
  assert(name.size() < kName);
  sections_.emplace_back(std::move(name), std::move(bytes));
}

std::string ContainerWriter::finish() const {
  std::size_t offset = aligned(kHeader + sections_.size() * kEntry);
  std::size_t size = offset;
  for (const auto& section : sections_) size = aligned(size) + section.second.size();
  std::string out(size, '\0');
  out.replace(0, kMagic.size(), kMagic);
  put(out, 8, kVersion);
  put(out, 12, kByteOrder);
  put(out, 16, static_cast<std::uint64_t>(size));
  put(out, 32, static_cast<std::uint32_t>(sections_.size()));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const auto& [name, bytes] = sections_[i];
    const std::size_t at = kHeader + i * kEntry;
    out.replace(at, name.size(), name);
    put(out, at + kName, static_cast<std::uint64_t>(offset));
    put(out, at + kName + 8, static_cast<std::uint64_t>(bytes.size()));
    out.replace(offset, bytes.size(), bytes);
    offset = aligned(offset + bytes.size());
  }
  put(out, 24, checksum(std::string_view(out).substr(kHeader)));
  return out;
}

std::string pack_strings(const std::vector<std::string>& strings) {
  std::string out((strings.size() + 1) * 4, '\0');
  put(out, 0, static_cast<std::uint32_t>(strings.size()));
  std::size_t end = 0;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    end += strings[i].size();
    put(out, 4 * (i + 1), static_cast<std::uint32_t>(end));
  }
  for (const auto& s : strings) out += s;
  return out;
}

Result<std::vector<std::string>> read_strings(const Container& container, std::string_view section) {
  auto got = container.get<char>(section);
  if (!got) return got.error();
  const std::string_view bytes(got->data(), got->size());
  if (bytes.size() < 4) return container.broken(section, "it is too short for a list of strings");
  const auto count = number_at<std::uint32_t>(bytes, 0);
  if (count > (bytes.size() - 4) / 4) return container.broken(section, "its list of strings is too long");
  const auto data = bytes.substr(4 + std::size_t{count} * 4);
  std::vector<std::string> strings;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto end = number_at<std::uint32_t>(bytes, 4 + 4 * std::size_t{i});
    if (end < begin || end > data.size()) return container.broken(section, "string " + std::to_string(i) + " does not lie in it");
    strings.emplace_back(data.substr(begin, end - begin));
    begin = end;
  }
  return strings;
}

}  // namespace entente::language
