#include "corpus/readers/json_object.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace entente::corpus {
namespace {

using Json = nlohmann::json;

// Keeps what stands at the top: depth 1 is a member, depth 2 an array's item, depth 3 a member of such an item.
class MemberSax : public nlohmann::json_sax<Json> {
 public:
  std::vector<JsonMember> members;
  bool is_object = false;
  std::size_t error_at = 0;
  std::string error;

  bool null() override { return other(); }
  bool boolean(bool) override { return other(); }
  bool number_integer(number_integer_t value) override { return text(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return text(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& value) override { return text(value); }
  bool string(string_t& value) override { return text(std::move(value)); }
  bool binary(binary_t&) override { return other(); }

  bool key(string_t& name) override {
    if (depth_ == 1) {
      members.push_back({std::move(name), {}, true});
    } else {
      inner_ = std::move(name);
    }
    return true;
  }
  bool start_object(std::size_t) override {
    if (depth_ == 0) is_object = true;
    if (depth_ == 1) other();
    ++depth_;
    return true;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override {
    if (depth_ == 2) other();
    if (depth_ == 1) in_array_ = true;
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    if (depth_ == 1) in_array_ = false;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception& what) override {
    error_at = position;
    error = what.what();
    return false;
  }

 private:
  bool text(std::string value) {
    if (!is_object) return true;
    const bool direct = depth_ == 1 || (depth_ == 2 && in_array_);
    const bool name_of_item = depth_ == 3 && in_array_ && inner_ == "name";
    if (direct || name_of_item) members.back().values.push_back(std::move(value));
    return true;
  }
  bool other() {
    if (is_object && depth_ <= 2 && !members.empty()) members.back().usable = false;
    return true;
  }

  std::size_t depth_ = 0;
  bool in_array_ = false;
  std::string inner_;
};

// nlohmann's message without its own prefix: "[json.exception.parse_error.101] parse error at line 1, column 5: ".
std::string reason(const std::string& what) {
  const std::size_t at = what.find(": ");
  return at == std::string::npos ? what : what.substr(at + 2);
}

}  // namespace

Result<std::vector<JsonMember>> read_json_object(std::string_view json, const Place& place) {
  const auto broken = [&](std::size_t column, const std::string& why) {
    Place where = place;
    where.column = column;
    return Diagnostic{Severity::Error, Code::TextBadJson, where, "JSON is broken: " + why};
  };
  MemberSax sax;
  Json::sax_parse(json.begin(), json.end(), &sax);
  if (!sax.error.empty()) return broken(sax.error_at, reason(sax.error));
  if (!sax.is_object) return broken(1, "an object is expected");
  std::vector<JsonMember>& all = sax.members;
  std::vector<JsonMember> last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto same = [&](const JsonMember& m) { return m.name == all[i].name; };
    if (all.size() > 64 || std::none_of(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(), same)) {
      last.push_back(std::move(all[i]));
    }
  }
  return last;
}

}  // namespace entente::corpus
