#include "emit/check.hpp"
#include "emit/formats.hpp"
#include "emit/syntax/turtle_block.hpp"

namespace entente::emit {
namespace {

class TurtleWriter final : public Writer {
 public:
  TurtleWriter(ByteSink sink, const rdf::PrefixMap& prefixes)
      : output_(std::move(sink)), prefixes_(prefixes), block_(prefixes_, 0) {
    append_prefixes(output_.buffer(), prefixes_);
  }

  void write(const rdf::QuadView& q) override {
    if (!accept(q, false, trusted_, output_)) return;
    if (!block_.is_about(q.subject)) end_block();
    std::string text;
    if (q.object.is_blank() && nested_ && nested_(q.object, block_.indent() + 4, text)) {
      block_.add_text(q.subject, q.predicate, std::move(text));
    } else {
      block_.add(q.subject, q.predicate, q.object);
    }
  }

  void nest(NestedText nested) override { nested_ = std::move(nested); }

  Result<Done> finish() override {
    end_block();
    return output_.finish();
  }

 private:
  void end_block() {
    if (block_.empty()) return;
    if (begun_ || !prefixes_.all().empty()) output_.buffer() += '\n';
    begun_ = true;
    block_.flush(output_.buffer());
    output_.done();
  }

  Output output_;
  rdf::PrefixMap prefixes_;
  NestedText nested_;
  TurtleBlock block_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_turtle(ByteSink sink, const rdf::PrefixMap& prefixes) {
  return std::make_unique<TurtleWriter>(std::move(sink), prefixes);
}

}  // namespace entente::emit
