// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <utility>

#include "base/printable.hpp"
#include "io/source.hpp"
#include "verify/claims.hpp"
#include "verify/compare.hpp"

namespace noc837::verify {
namespace {

/// Ways to tell where the claims went that are followed at a time; more than one is rare, and
/// more than a few takes many claims in a row that differ in nothing but what may be corrected.
constexpr std::size_t most_ways = 1000;

/// A file read item by item, with those at hand that some way has not passed yet.
class File {
 public:
  explicit File(Named file)
      : path_(std::move(file.name)), source_(std::move(file.source)), claims_(*source_) {}

  /// Item `index` (from 0), null past the end. It has not been passed.
  [[nodiscard]] Result<Item const *> at(std::uint64_t index) {
    while (index >= passed_ + items_.size() && !ended_) {
      auto item = claims_.next();
      if (!item) return with_file(item.error(), path_);
      ended_ = !item->has_value();
      if (!ended_) items_.push_back(std::move(**item));
    }
    return index < passed_ + items_.size() ? &items_[index - passed_] : nullptr;
  }
  /// Items before `index` will not be asked for again.
  void pass(std::uint64_t index) {
    for (; passed_ < index && !items_.empty(); ++passed_) items_.pop_front();
  }

  [[nodiscard]] std::string const &path() const { return path_; }
  [[nodiscard]] Structure const &structure() const { return claims_.structure(); }

 private:
  std::string path_;
  std::unique_ptr<io::Source> source_;
  Claims claims_;
  std::deque<Item> items_;
  std::uint64_t passed_ = 0;
  bool ended_ = false;
};

std::string name_of(Item const &item) {
  return fmt::format("{} {} (byte {})", item.set ? "set" : "claim", item.number, item.offset);
}

class Verification {
 public:
  Verification(File &input, std::vector<std::unique_ptr<File>> const &outputs)
      : input_(input), outputs_(outputs) {}

  Result<Verdict> run() {
    for (;; ++read_) {
      auto const item = input_.at(read_);
      if (!item) return tl::unexpected(item.error());
      if (*item == nullptr) break;
      if (auto done = follow(**item); !done) return tl::unexpected(done.error());
      if (!verdict_.faults.empty()) return verdict_;
      ++((*item)->set ? verdict_.passed_sets : verdict_.claims);
      input_.pass(read_ + 1);
    }
    if (auto done = finish(); !done) return tl::unexpected(done.error());
    judge_structure();
    return verdict_;
  }

 private:
  /// A way is how many items the first output has given; the rest came from the second.
  using Ways = std::set<std::uint64_t>;

  [[nodiscard]] std::uint64_t taken(std::size_t output, std::uint64_t way) const {
    return output == 0 ? way : read_ - way;
  }

  /// Finds the ways on which `item` is the next of some output.
  Result<void> follow(Item const &item) {
    Ways next;
    bool same = false;
    for (auto const way : ways_) {
      for (std::size_t i = 0; i < outputs_.size(); ++i) {
        auto const candidate = outputs_[i]->at(taken(i, way));
        if (!candidate) return tl::unexpected(candidate.error());
        if (*candidate == nullptr) continue;
        auto const likeness = compare(item, **candidate);
        if (likeness == Likeness::different) continue;
        same = same || likeness == Likeness::same;
        next.insert(i == 0 ? way + 1 : way);
      }
    }
    if (next.empty()) return lost(item);
    if (next.size() > most_ways) {
      return fail(Fault::input, "too many claims in a row that cannot be told apart");
    }
    if (!same) ++verdict_.changed;
    ways_ = std::move(next);
    if (!outputs_.empty()) outputs_[0]->pass(*ways_.begin());
    if (outputs_.size() > 1) outputs_[1]->pass(read_ + 1 - *ways_.rbegin());
    return {};
  }

  Result<void> lost(Item const &item) {
    std::string fault = fmt::format("{} of {} {}", name_of(item), printable(input_.path()),
                                    outputs_.empty() ? "is in no output" : "does not come next in");
    for (std::size_t i = 0; i < outputs_.size(); ++i) {
      auto const next = outputs_[i]->at(taken(i, *ways_.begin()));
      if (!next) return tl::unexpected(next.error());
      fault += fmt::format("{} {}, where there is {}", i == 0 ? "" : ", nor in",
                           printable(outputs_[i]->path()),
                           *next == nullptr ? "the end" : name_of(**next));
    }
    verdict_.faults.push_back(std::move(fault));
    return {};
  }

  /// On some way both outputs have to be at their end.
  Result<void> finish() {
    std::string left;
    for (auto const way : ways_) {
      left.clear();
      for (std::size_t i = 0; i < outputs_.size(); ++i) {
        auto const more = outputs_[i]->at(taken(i, way));
        if (!more) return tl::unexpected(more.error());
        if (*more == nullptr || !left.empty()) continue;
        left = fmt::format("{} of {} is not in {}, or is there more than once", name_of(**more),
                           printable(outputs_[i]->path()), printable(input_.path()));
      }
      if (left.empty()) return {};
    }
    verdict_.faults.push_back(std::move(left));
    return {};
  }

  void judge_structure() {
    verdict_.structure_judged = input_.structure().faults() == 0;
    if (!verdict_.structure_judged) return;
    for (auto const &output : outputs_) {
      if (output->structure().faults() == 0) continue;
      verdict_.faults.push_back(
          fmt::format("{}: {} numbers of levels or counts are wrong, the first at byte {}",
                      printable(output->path()), output->structure().faults(),
                      output->structure().first_fault()));
    }
  }

  File &input_;
  std::vector<std::unique_ptr<File>> const &outputs_;
  std::uint64_t read_ = 0;  ///< items of the input
  Ways ways_ = {0};
  Verdict verdict_;
};

}  // namespace

Result<Verdict> verify(Named input, std::vector<Named> outputs) {
  File in(std::move(input));
  std::vector<std::unique_ptr<File>> out;
  out.reserve(outputs.size());
  for (auto &output : outputs) out.push_back(std::make_unique<File>(std::move(output)));
  return Verification(in, out).run();
}

Result<Verdict> verify(std::string const &input, std::vector<std::string> const &outputs) {
  auto const open = [](std::string const &path) -> Result<Named> {
    auto source = io::open_source(path);
    if (!source) return with_file(source.error(), path);
    return Named{path, std::move(*source)};
  };
  auto in = open(input);
  if (!in) return tl::unexpected(in.error());
  std::vector<Named> named;
  for (auto const &path : outputs) {
    auto out = open(path);
    if (!out) return tl::unexpected(out.error());
    named.push_back(std::move(*out));
  }
  return verify(std::move(*in), std::move(named));
}

}  // namespace noc837::verify
