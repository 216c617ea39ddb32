// Parts of documents on disk, collected as they come and given back in the order of the documents' hashes.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/result.hpp"

namespace entente::cli {

// Parts go to the file at once, so memory grows by a few words a document. Not thread-safe.
class Spill {
 public:
  static constexpr std::size_t kParts = 3;

  explicit Spill(std::filesystem::path path);
  ~Spill() { remove(); }
  Spill(const Spill&) = delete;
  Spill& operator=(const Spill&) = delete;

  // `sha256`: the identity of the document; `triples`: how many its parts hold.
  void add(std::string sha256, const std::array<std::string, kParts>& parts, std::uint64_t triples);

  // After the last document: of those with one hash one copy is kept, the one with the most triples, then the first by the
  // hash of its parts, so that the choice doesn't depend on the order in which they came. Gives how many texts came with
  // differing parts.
  Result<std::size_t> settle();
  // The following ask for settle() first.
  std::uint64_t documents() const { return documents_.size(); }
  std::uint64_t triples() const;
  // Part `part` of each document in the order of hashes; stops where `take` gives false.
  Result<Done> read(std::size_t part, const std::function<bool(std::string_view)>& take) const;
  void copy(std::size_t part, AtomicFile& out) const;
  // Gives the disk's room back; nothing may be asked for afterwards.
  void remove();

 private:
  struct Entry {
    std::string sha256;
    std::uint64_t offset, triples;
    std::array<std::uint64_t, kParts> sizes;
    std::uint64_t digest = 0;  // of all parts, where a hash comes again
    std::uint64_t size() const;
    std::uint64_t start_of(std::size_t part) const;
  };
  Diagnostic fault(Code code, const char* what) const;
  bool read_bytes(std::uint64_t offset, std::uint64_t size, std::string& out) const;
  Result<std::size_t> keep_one(std::size_t begin, std::size_t end);

  std::filesystem::path path_;
  int file_;
  std::uint64_t size_ = 0;
  int error_ = 0;  // errno of the first failure
  std::vector<Entry> documents_;
};

}  // namespace entente::cli
