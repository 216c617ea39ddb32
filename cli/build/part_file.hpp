// One part of the output, collected document by document and written in the order of their hashes.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.hpp"
#include "core/base/result.hpp"

namespace entente::cli {

// Chunks go to a spill file at once, so memory grows by a few words a document. Not thread-safe.
class PartFile {
 public:
  explicit PartFile(std::filesystem::path spill);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  // Equal chunks of one key are kept once. `triples`: how many the chunk holds.
  void add(std::string key, std::string_view chunk, std::uint64_t triples);
  // After the last chunk: number of keys that came with differing chunks, and triples in the chunks that are kept.
  std::size_t differing();
  std::uint64_t triples();
  // Writes `head` and all chunks by key to `path`, whole or not at all; removes the spill file.
  Result<Done> publish(const std::filesystem::path& path, std::string_view head);

 private:
  struct Chunk {
    std::string key;
    std::uint64_t offset, size, triples;
    std::uint64_t digest = 0;  // told apart by it, where a key comes again
  };
  Result<Done> settle();
  Diagnostic fault(Code code, const char* what) const;
  bool read(std::uint64_t offset, std::uint64_t size, std::string& out) const;
  bool copy(const Chunk& chunk, AtomicFile& out, std::string& buffer) const;
  bool is_repeated(std::size_t at) const;  // equal to the chunk before

  std::filesystem::path spill_path_;
  std::FILE* spill_;
  std::uint64_t size_ = 0;
  int error_ = 0;  // errno of the first failure
  std::vector<Chunk> chunks_;
  bool settled_ = false;  // from settle() on chunks_ are sorted
};

}  // namespace entente::cli
