// SPDX-License-Identifier: Apache-2.0
#include "io/sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/success.hpp"
#include "io/digest.hpp"
#include "io/encoder.hpp"
#include "io/temporaries.hpp"
#include "io/unfinished.hpp"
#include "io/write_behind.hpp"

namespace noc837::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

tl::unexpected<Error> failure(std::string const &target, std::string what,
                              std::string expected = {}) {
  auto failed = fail(Fault::output, std::move(what), std::move(expected));
  failed.value().file = target;
  return failed;
}

tl::unexpected<Error> cannot_write(std::string const &target, int error) {
  return failure(target, std::string("cannot be written: ") + std::strerror(error));
}

Result<void> write_all(int descriptor, std::string_view bytes, int &error) {
  while (!bytes.empty()) {
    ssize_t const done = ::write(descriptor, bytes.data(), bytes.size());
    if (done < 0) {
      if (errno == EINTR) continue;
      error = errno;
      return fail(Fault::output, std::string("cannot be written: ") + std::strerror(error));
    }
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return {};
}

bool is_regular(std::string const &path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

/// Makes the names in the folder of `target` last. Some file systems cannot, which is no failure.
Result<void> sync_folder_of(std::string const &target) {
  auto const folder = fs::path(target).parent_path();
  int const descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return {};  // a folder that may be written but not listed
  int const failed = ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
  ::close(descriptor);
  return failed == 0 ? Result<void>() : cannot_write(target, failed);
}

/// Encoder, buffer and descriptor of one output.
class Channel {
 public:
  Channel(int descriptor, Codec codec, bool digest, Durability durability, Writing writing)
      : descriptor_(descriptor), durability_(durability), encoder_(make_encoder(codec)) {
    buffer_.reserve(buffer_size);
    if (digest) digest_.emplace();
    if (writing == Writing::behind) {
      behind_.emplace([this](std::string_view bytes) { return encode(bytes); });
    }
  }

  Result<void> write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > buffer_size) {
      if (auto done = store_buffer(); !done) return done;
    }
    while (bytes.size() >= buffer_size) {
      if (!behind_) return encode(bytes);
      auto const part = bytes.substr(0, buffer_size);
      buffer_.assign(part.begin(), part.end());
      if (auto done = store_buffer(); !done) return done;
      bytes.remove_prefix(part.size());
    }
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
    return success();
  }

  Result<void> finish() {
    if (behind_) {
      if (auto done = behind_->finish(); !done) return done;
    }
    if (auto done = encode({buffer_.data(), buffer_.size()}); !done) return done;
    buffer_.clear();
    return encoder_->finish(next());
  }

  [[nodiscard]] std::uint64_t stored() const { return stored_; }
  [[nodiscard]] std::string sha256() { return digest_ ? digest_->hex() : std::string(); }
  [[nodiscard]] int error() const { return error_; }

 private:
  Result<void> store_buffer() {
    if (buffer_.empty()) return {};
    if (behind_) return behind_->store(buffer_);
    auto done = encode({buffer_.data(), buffer_.size()});
    buffer_.clear();
    return done;
  }

  Result<void> encode(std::string_view bytes) {
    return bytes.empty() ? Result<void>() : encoder_->write(bytes, next());
  }

  Encoder::Next next() {
    return [this](std::string_view bytes) {
      stored_ += bytes.size();
      if (digest_) digest_->add(bytes);
      auto done = write_all(descriptor_, bytes, error_);
      if (durability_ == Durability::disk) start_writing_back();
      return done;
    };
  }

  /// Lets the disk begin, so that fsync() has less to wait for.
  void start_writing_back() {
    constexpr std::uint64_t step = std::uint64_t{16} << 20U;
    if (stored_ - written_back_ < step) return;
    ::sync_file_range(descriptor_, static_cast<off64_t>(written_back_),
                      static_cast<off64_t>(stored_ - written_back_), SYNC_FILE_RANGE_WRITE);
    written_back_ = stored_;
  }

  int descriptor_;
  Durability durability_;
  std::unique_ptr<Encoder> encoder_;
  std::vector<char> buffer_;
  std::uint64_t stored_ = 0;
  std::uint64_t written_back_ = 0;
  int error_ = 0;
  std::optional<Digest> digest_;
  std::optional<WriteBehind> behind_;  ///< last: its thread uses the others
};

class StandardOutput final : public Sink {
 public:
  explicit StandardOutput(Codec codec)
      : channel_(STDOUT_FILENO, codec, false, Durability::cache, Writing::at_once) {}

  Result<void> write(std::string_view bytes) override { return quiet(channel_.write(bytes)); }
  Result<void> finish() override { return quiet(channel_.finish()); }

 private:
  /// `noc837 check FILE | head` is no failure.
  Result<void> quiet(Result<void> done) {
    if (closed_ || (!done && channel_.error() == EPIPE)) {
      closed_ = true;
      return {};
    }
    return done;
  }

  Channel channel_;
  bool closed_ = false;
};

}  // namespace

struct FileSink::State {
  explicit State(std::string const &temporary) : unfinished(temporary) {}
  Unfinished unfinished;
  int descriptor = -1;
  bool named = false;
  bool exchanged = false;  ///< what had the name before has the temporary one
  Durability durability = Durability::disk;
  std::optional<Channel> channel;
};

FileSink::FileSink(std::string target, std::string temporary, std::unique_ptr<State> state)
    : target_(std::move(target)), temporary_(std::move(temporary)), state_(std::move(state)) {}

FileSink::~FileSink() {
  if (state_->descriptor >= 0) ::close(state_->descriptor);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<std::unique_ptr<FileSink>> FileSink::create(std::string target, Codec codec, bool digest,
                                                   Durability durability, Writing writing) {
  auto const failed = [&](std::string what, std::string expected = {}) {
    return failure(target, std::move(what), std::move(expected));
  };
  struct stat status {};
  if (::lstat(target.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    return failed("exists and is no regular file", "a file or nothing under this name");
  }
  fs::path const path(target);
  remove_leftovers(path.parent_path(), {path.filename()});
  auto temporary = temporary_name(target);
  constexpr mode_t owner_only = S_IRUSR | S_IWUSR;
  auto state = std::make_unique<State>(temporary);
  state->descriptor =
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, owner_only);
  if (state->descriptor < 0) {
    return failed(std::string("cannot be created: ") + std::strerror(errno));
  }
  state->durability = durability;
  std::unique_ptr<FileSink> file(
      new FileSink(std::move(target), std::move(temporary), std::move(state)));
  file->state_->channel.emplace(file->state_->descriptor, codec, digest, durability, writing);
  return file;
}

Result<void> FileSink::write(std::string_view bytes) {
  auto done = state_->channel->write(bytes);
  if (!done) done.error().file = target_;
  return done;
}

Result<void> FileSink::finish() {
  auto done = state_->channel->finish();
  if (done && state_->durability == Durability::disk && ::fsync(state_->descriptor) != 0) {
    return cannot_write(target_, errno);
  }
  if (done && ::close(std::exchange(state_->descriptor, -1)) != 0) {
    return cannot_write(target_, errno);
  }
  if (!done) done.error().file = target_;
  return done;
}

/// Gives the file its name. What the name stood for is then under the temporary one, where the
/// file system can exchange the two.
Result<void> FileSink::rename() {
  auto const *from = temporary_.c_str();
  auto const *to = target_.c_str();
  state_->exchanged =
      is_regular(target_) && ::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0;
  if (!state_->exchanged && ::rename(from, to) != 0) return cannot_write(target_, errno);
  state_->named = true;
  return {};
}

/// Lets go of what the name stood for before.
void FileSink::settle() {
  if (state_->exchanged) ::unlink(temporary_.c_str());
  temporary_.clear();
  state_->unfinished.release();
}

/// Takes the name away again: it stands for what it stood for before, or for nothing.
void FileSink::take_back() {
  if (!std::exchange(state_->named, false)) return;
  if (!std::exchange(state_->exchanged, false)) {
    ::unlink(target_.c_str());
  } else {
    ::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE);
  }
}

Result<void> FileSink::commit() {
  NoStop const no_stop;
  if (auto done = rename(); !done) return done;
  settle();
  return state_->durability == Durability::disk ? sync_folder_of(target_) : Result<void>();
}

Result<void> commit_all(std::vector<std::unique_ptr<FileSink>> const &files) {
  NoStop const no_stop;
  Result<void> done;
  for (auto file = files.begin(); done && file != files.end(); ++file) done = (*file)->rename();
  if (done && !files.empty() && files.front()->state_->durability == Durability::disk) {
    done = sync_folder_of(files.front()->target_);
  }
  for (auto const &file : files) done ? file->settle() : file->take_back();
  return done;
}

std::uint64_t FileSink::stored_bytes() const {
  return state_->channel->stored();
}
std::string FileSink::sha256() {
  return state_->channel->sha256();
}

std::unique_ptr<Sink> standard_output(Codec codec) {
  return std::make_unique<StandardOutput>(codec);
}

}  // namespace noc837::io
