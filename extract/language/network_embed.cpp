// The network's input rows, kept for frequent words.
#include <algorithm>
#include <cstring>

#include "extract/language/network.hpp"
#include "extract/language/row.hpp"

namespace entente::language {

// A thread's own.
class Network::Memo {
 public:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t size = UINT32_MAX;
    Style style = Style::Running;
    char form[24] = {};
  };

  void use(std::uint64_t number, std::size_t width) {
    if (number_ == number) return;
    number_ = number;
    entries_.assign(kEntries, Entry());
    rows_.assign(kEntries * width, 0);
  }
  // The entry's row; `known`: it is the form's already, otherwise it is to be written.
  std::int8_t* find(std::string_view form, Style style, std::size_t width, bool& known) {
    const auto key = mix(form_key(form), static_cast<std::uint64_t>(style));
    auto& entry = entries_[key % kEntries];
    known = entry.key == key && entry.size == form.size() && entry.style == style &&
            std::memcmp(entry.form, form.data(), form.size()) == 0;
    entry.key = key;
    entry.size = static_cast<std::uint32_t>(form.size());
    entry.style = style;
    std::copy(form.begin(), form.end(), entry.form);
    return &rows_[key % kEntries * width];
  }

 private:
  static constexpr std::size_t kEntries = 2048;
  std::uint64_t number_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::int8_t> rows_;
};

void Network::embed(std::string_view form, Style style, std::int8_t* row) const {
  static thread_local Memo memo;
  if (form.size() > sizeof Memo::Entry::form) return embed_new(form, style, row);
  memo.use(number_, shape_.input());
  bool known = false;
  auto* kept = memo.find(form, style, shape_.input(), known);
  if (!known) embed_new(form, style, kept);
  std::copy_n(kept, shape_.input(), row);
}

void Network::embed_new(std::string_view form, Style style, std::int8_t* row) const {
  const auto word = word_of(word_hash(form));
  std::copy_n(&words_[std::size_t{word < shape_.learnt ? word : kTextWord} * shape_.word_dim], shape_.word_dim, row);
  row += shape_.word_dim;
  std::copy_n(texts_.data() + std::size_t{word} * shape_.text_dim, shape_.text_dim, row);
  row += shape_.text_dim;
  thread_local std::vector<std::uint32_t> parts;
  word_parts(form, style, shape_.part_bits, parts);
  std::int16_t sums[256] = {};
  for (const auto part : parts) add_bytes(&parts_[std::size_t{part} * shape_.part_dim], shape_.part_dim, sums);
  for (std::size_t i = 0; i < shape_.part_dim; ++i) {
    const std::int32_t v = (sums[i] * part_factor_ + (1 << 15)) >> 16;
    row[i] = static_cast<std::int8_t>(std::clamp(v, -127, 127));
  }
}

}  // namespace entente::language
