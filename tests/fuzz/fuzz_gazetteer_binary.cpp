// Any bytes as a compiled gazetteer whose header and checksum are right: refused, or safe to use.
#include <cstdint>
#include <cstring>
#include <string>

#include "corpus/segment/segment.hpp"
#include "extract/gazetteer/fold.hpp"
#include "extract/gazetteer/gazetteer.hpp"

using namespace entente;
using namespace entente::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  layout::Header header;
  if (bytes.size() >= sizeof header) {
    std::memcpy(&header, bytes.data(), sizeof header);
    std::memcpy(header.magic, layout::kMagic.data(), sizeof header.magic);
    header.version = layout::kVersion;
    header.endian = layout::kEndianMark;
    header.fold_version = kFoldVersion;
    header.unused = 0;
    header.size = bytes.size();
    std::memcpy(bytes.data(), &header, sizeof header);
    header.checksum = layout::checksum(std::string_view(bytes).substr(layout::kChecked));
    std::memcpy(bytes.data(), &header, sizeof header);
  }
  const auto gazetteer = Gazetteer::from_bytes(bytes, "fuzz");
  if (!gazetteer) return 0;
  for (EntryIndex e = 0; e < gazetteer->size(); ++e) {
    static_cast<void>(gazetteer->names(e));
    static_cast<void>(gazetteer->links(e));
    static_cast<void>(gazetteer->back_links(e));
    static_cast<void>(gazetteer->types(e));
    static_cast<void>(gazetteer->find(gazetteer->key(e)));
    static_cast<void>(gazetteer->holder(e, 20210615));
  }
  const std::string_view text = "Russia and China met in Moscow. The Government of Russia spoke.";
  std::vector<KnownName> found;
  gazetteer->match(text, corpus::segment(text), found);
  static_cast<void>(gazetteer->look_up("Government of Russia"));
  return 0;
}
