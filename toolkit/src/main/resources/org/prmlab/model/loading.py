# The part of the decoder that fills its weights from mapped files. See decoder.py.
class Decoder(Module):
  def weights(self, to_head: bool) -> List[Tensor]:
    if to_head:
      return self.head
    return self.w

  # Rows by columns, or a vector if columns is 0.
  def shape(self, rows: int, columns: int) -> List[int]:
    if columns == 0:
      return [rows]
    return [rows, columns]

  # Adds an empty weight: rows by columns, or a vector if columns is 0.
  def allocate(self, to_head: bool, rows: int, columns: int, dtype: int, like: Tensor) -> int:
    target = self.weights(to_head)
    target.append(torch.empty(self.shape(rows, columns), dtype=dtype, device=like.device))
    return len(target) - 1

  # Maps a file of size numbers; each is read when it is first used. Its index.
  def map(self, file: str, size: int, dtype: int) -> int:
    self.mapped.append(torch.from_file(file, False, size, dtype=dtype))
    return len(self.mapped) - 1

  # Lets a file's numbers from start on be a weight themselves, without a copy. Its index.
  def adopt(self, to_head: bool, file: int, start: int, rows: int, columns: int) -> int:
    target = self.weights(to_head)
    target.append(self.mapped[file].narrow(0, start, rows * max(columns, 1)).view(self.shape(rows, columns)))
    return len(target) - 1

  # Copies numbers [start, start + count) of a file into a weight, from its row on. How many.
  def fill(self, to_head: bool, index: int, row: int, file: int, start: int, count: int) -> int:
    target = self.weights(to_head)[index]
    width = target.numel() // target.size(0)
    rows = target.narrow(0, row, count // width)
    rows.copy_(self.mapped[file].narrow(0, start, count).view(rows.size()))
    return count

  # The numbers of a mapped file that at names (file, start, rows, columns), in float32 where like is.
  def matrix(self, at: List[int], like: Tensor) -> Tensor:
    numbers = self.mapped[at[0]].narrow(0, at[1], at[2] * at[3]).view([at[2], at[3]])
    return numbers.to(like.device).to(6)

  # Adds scale * b @ a of a LoRA adapter to rows of a weight; of an embedding, its transpose. place:
  # 1 for the head, index, row, how many rows, and the first of them in b. With magnitudes (DoRA) each
  # row of the sum gets that length. All in float32, rounded once.
  def merge(self, place: List[int], a: List[int], b: List[int], magnitude: List[int], scale: float, embedding: bool) -> int:
    target = self.weights(place[0] == 1)[place[1]]
    rows = target.narrow(0, place[2], place[3])
    left, right = self.matrix(b, target), self.matrix(a, target)
    if embedding:
      left, right = self.matrix(a, target).t(), self.matrix(b, target).t()
    sum = rows.to(6) + torch.matmul(left.narrow(0, place[4], place[3]), right) * scale
    if len(magnitude) > 0:
      length = self.matrix(magnitude, target).narrow(0, place[4], place[3])
      sum = sum * (length / torch.sqrt((sum * sum).sum([1], True)))
    rows.copy_(sum)
    return place[3]

  # 1 if count rows of a weight, from row on, hold finite numbers only, else 0.
  def finite(self, to_head: bool, index: int, row: int, count: int) -> Tensor:
    target = self.weights(to_head)[index]
    rows = target.narrow(0, row, count)
    finite = torch.isfinite(torch.sum(rows, dtype=6))
    if not bool(finite):
      finite = torch.isfinite(rows).all()
    return finite.to(4)

  # Forgets the files; those that weights lie in stay mapped. How many there were.
  def unmap(self) -> int:
    count = len(self.mapped)
    self.mapped.clear()
    return count

  # Takes numbers from Java into a weight.
  def fill_with(self, to_head: bool, index: int, values: Tensor) -> int:
    target = self.weights(to_head)[index]
    target.copy_(values.view(target.size()))
    return target.numel()
