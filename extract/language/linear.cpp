#include "extract/language/linear.hpp"

namespace entente::language {
namespace {

Result<Done> check_rows(const Container& container, const std::string& section, std::span<const LinearModel::Slot> slots,
                        std::size_t weights) {
  bool free = false;
  for (const auto& slot : slots) {
    free = free || slot.key == 0;
    if (slot.key != 0 && std::size_t{slot.row >> 8} + (slot.row & 0xFFU) > weights) {
      return container.broken(section, "a row does not lie in the weights");
    }
  }
  if (!free) return container.broken(section, "it has no free slot");
  return Done{};
}

}  // namespace

Result<LinearModel> LinearModel::read(const Container& container, const std::string& name) {
  const auto meta = container.get<std::uint32_t>(name + ".meta", 1);
  if (!meta) return meta.error();
  const auto slots = container.get<Slot>(name + ".table");
  if (!slots) return slots.error();
  const auto weights = container.get<std::uint16_t>(name + ".weights");
  if (!weights) return weights.error();
  LinearModel model;
  model.classes_ = (*meta)[0];
  model.slots_ = *slots;
  model.weights_ = *weights;
  model.mask_ = slots->size() - 1;
  if (model.classes_ == 0 || model.classes_ > 256) return container.broken(name + ".meta", "classes must be 1 to 256");
  if (slots->empty() || (slots->size() & model.mask_) != 0) return container.broken(name + ".table", "its size is no power of two");
  if (auto done = check_rows(container, name + ".table", *slots, weights->size()); !done) return done.error();
  for (const auto w : *weights) {
    if ((w & 0xFFU) >= model.classes_) return container.broken(name + ".weights", "a class is out of range");
  }
  return model;
}

}  // namespace entente::language
