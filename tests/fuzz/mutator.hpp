// SPDX-License-Identifier: Apache-2.0
// Inputs made of others by small changes: the same ones, in the same order, in each run.
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace noc837::fuzz {

class Mutator {
 public:
  /// `inputs` may not be empty, and outlive this.
  explicit Mutator(std::vector<std::string> const &inputs) : inputs_(inputs) {}

  std::string next() {
    std::string out = any_input();
    for (auto changes = 1 + below(4); changes > 0; --changes) change(out);
    out.resize(std::min(out.size(), most_bytes));
    return out;
  }

 private:
  static constexpr std::size_t most_bytes = 16384;
  /// Bytes that mean something in X12, numbers, TOML or to a terminal, and some that do nowhere.
  static constexpr std::string_view odd_bytes{"*:~^>|\r\n\t 019-+.=\"[]AZ\0\x1b\x7f\x80\xff", 27};

  void change(std::string &text) {
    auto const [begin, size] = range_of(text);
    switch (below(6)) {
      case 0:
        text.erase(begin, size);
        break;
      case 1:
        text.insert(begin, text.substr(begin, size));
        break;
      case 2: {
        auto const &other = any_input();
        auto const [from, length] = range_of(other);
        text.insert(begin, other.substr(from, length));
        break;
      }
      case 3:
        text.insert(begin, 1, odd_bytes[below(odd_bytes.size())]);
        break;
      case 4:
        if (begin < text.size()) text[begin] = odd_bytes[below(odd_bytes.size())];
        break;
      default:
        if (begin < text.size()) text[begin] = static_cast<char>(text[begin] ^ 1 << below(8));
        break;
    }
  }

  /// A place in a text and some bytes behind it: few as a rule, now and then up to all.
  std::pair<std::size_t, std::size_t> range_of(std::string const &text) {
    auto const begin = below(text.size() + 1);
    auto const rest = text.size() - begin;
    return {begin, std::min(rest, below(8) == 0 ? below(rest + 1) : below(32))};
  }
  std::string const &any_input() { return inputs_[below(inputs_.size())]; }
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::vector<std::string> const &inputs_;
  std::mt19937_64 random_{837};
};

}  // namespace noc837::fuzz
