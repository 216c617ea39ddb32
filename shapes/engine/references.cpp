// Which shapes refer to which. SHACL 3.4.3 leaves recursive shapes undefined, so a circle is refused with the
// way around it. An explicit stack: a chain of a million shapes must not overflow ours.
#include <algorithm>

#include "shapes/engine/compiler.hpp"

namespace entente::shapes {
namespace {

std::vector<ShapeIndex> references(const Shape& shape) {
  std::vector<ShapeIndex> out;
  for (const Constraint& constraint : shape.constraints) {
    out.insert(out.end(), constraint.shapes.begin(), constraint.shapes.end());
  }
  return out;
}

struct Visit {
  ShapeIndex shape;
  std::size_t next;  // reference to follow next
};

std::string way_around(const Plan& plan, const std::vector<Visit>& stack, ShapeIndex start) {
  std::string out;
  auto at = std::find_if(stack.begin(), stack.end(), [&](const Visit& v) { return v.shape == start; });
  for (std::size_t told = 0; at != stack.end(); ++at, ++told) {
    if (told == 8) {
      out += "... -> ";
      break;
    }
    out += short_text(plan.shapes[at->shape].id) + " -> ";
  }
  return out + short_text(plan.shapes[start].id);
}

class Depths {
 public:
  Depths(const Plan& plan, std::vector<std::vector<ShapeIndex>> edges)
      : plan_(plan), edges_(std::move(edges)), depth_(plan.shapes.size(), 0), state_(plan.shapes.size(), 0) {}

  // The depth of nesting, or a complaint about a circle.
  bool measure(ShapeIndex root, Diagnostics& diagnostics) {
    if (state_[root] != 0) return true;
    std::vector<Visit> stack{{root, 0}};
    state_[root] = 1;
    while (!stack.empty()) {
      Visit& top = stack.back();
      if (top.next < edges_[top.shape].size()) {
        const ShapeIndex below = edges_[top.shape][top.next++];
        if (state_[below] == 1) {
          diagnostics.error(Code::ShapesRecursive, plan_.shapes[below].place,
                            "Shapes refer to each other in a circle: " + way_around(plan_, stack, below) + " (SHACL 3.4.3)");
          return false;
        }
        if (state_[below] == 0) {
          state_[below] = 1;
          stack.push_back({below, 0});
        }
        continue;
      }
      for (const ShapeIndex below : edges_[top.shape]) depth_[top.shape] = std::max(depth_[top.shape], depth_[below] + 1);
      state_[top.shape] = 2;
      stack.pop_back();
    }
    return true;
  }

  unsigned depth(ShapeIndex shape) const { return depth_[shape]; }

 private:
  const Plan& plan_;
  std::vector<std::vector<ShapeIndex>> edges_;
  std::vector<unsigned> depth_;
  std::vector<char> state_;  // 0 new, 1 on the stack, 2 done
};

}  // namespace

bool check_references(Plan& plan, unsigned max_depth, Diagnostics& diagnostics) {
  std::vector<std::vector<ShapeIndex>> edges;
  for (const Shape& shape : plan.shapes) edges.push_back(references(shape));
  Depths depths(plan, edges);
  for (ShapeIndex i = 0; i < plan.shapes.size(); ++i) {
    if (!depths.measure(i, diagnostics)) return false;
    if (depths.depth(i) > max_depth) {
      diagnostics.error(Code::ShapesTooDeep, plan.shapes[i].place,
                        "Shape " + short_text(plan.shapes[i].id) + " nests shapes more than " + std::to_string(max_depth) + " levels deep");
      return false;
    }
  }
  // Shapes that only test values are cheaper to run again than to remember.
  for (ShapeIndex i = 0; i < plan.shapes.size(); ++i) {
    Shape& shape = plan.shapes[i];
    shape.remember = !edges[i].empty() || (shape.path && shape.path->kind != PathKind::Predicate);
  }
  return true;
}

}  // namespace entente::shapes
