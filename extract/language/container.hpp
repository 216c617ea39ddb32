// One file that holds named sections of numbers and bytes: the shape of every shipped model.
//
// Layout, little-endian: header (64 bytes), section table, sections, each beginning at a multiple of 64 bytes.
//   header: "ENTMODEL", u32 version, u32 byte-order mark, u64 file size, u64 checksum of all bytes after the
//           header, u32 section count, zeros.   table entry: char[32] name, u64 offset, u64 size.
// A file is mapped, not read; opening checks the whole of it once (checksum, bounds, alignment), so that the
// typed views need no checks of their own. What the numbers mean is checked by who reads them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/result.hpp"

namespace entente::language {

class Container {
 public:
  static Result<Container> open(const std::filesystem::path& path);
  // A copy of `bytes`; `name` stands in messages.
  static Result<Container> from_bytes(std::string_view bytes, std::string name);

  bool has(std::string_view section) const { return find(section) != nullptr; }
  std::vector<std::string> sections() const;

  // The section's elements, valid as long as the container. LX002 if it is missing or its size is no multiple
  // of the element's, or not `count` elements where that is given.
  template <typename T>
  Result<std::span<const T>> get(std::string_view section, std::size_t count = SIZE_MAX) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
    auto bytes = raw(section, sizeof(T), count);
    if (!bytes) return bytes.error();
    return std::span<const T>(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
  }

  const std::string& name() const { return name_; }
  // "LX002 in section S of FILE: what": for readers that find nonsense in a section.
  Diagnostic broken(std::string_view section, std::string what) const;

 private:
  struct Entry {
    std::string name;
    std::uint64_t offset;
    std::uint64_t size;
  };
  Result<Done> check(std::string_view bytes);
  Result<Done> read_table(std::string_view bytes, std::uint32_t count);
  Diagnostic damaged(std::uint64_t offset, std::string what) const;
  const Entry* find(std::string_view section) const;
  Result<std::string_view> raw(std::string_view section, std::size_t element, std::size_t count) const;

  std::string name_;
  std::unique_ptr<MappedFile> file_;
  std::vector<std::uint64_t> copy_;  // aligned storage of from_bytes
  std::string_view bytes_;
  std::vector<Entry> entries_;
};

// Collects sections and gives the file's bytes. Names: at most 31 bytes, each once.
class ContainerWriter {
 public:
  void add_bytes(std::string name, std::string bytes);
  template <typename T>
  void add(std::string name, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(std::move(name),
              std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)));
  }
  std::string finish() const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

// A section of strings: u32 count, u32 end of each, bytes.
std::string pack_strings(const std::vector<std::string>& strings);
Result<std::vector<std::string>> read_strings(const Container& container, std::string_view section);

}  // namespace entente::language
