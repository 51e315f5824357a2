# A decoder-only transformer (Qwen2, Llama 3, Mistral) as TorchScript: scoring, training, generation.
#
# Shapes: B rows, T tokens a row, H heads, K key/value heads, D numbers a head, E embedding width.
# Rows are padded on the right: with causal attention no real token ever sees the padding.
# Numbers of dtypes: 4 int64, 6 float32. Everything returned is one of these two.
#
# Weights w, in order: the embedding, the final norm, then seven a layer: norm, query-key-value, its
# bias (empty if the model has none), attention output, norm, gate-up, down.
# Head layers, in order: weight, bias (empty if none), weight, bias, ...; ReLU between them.
class Decoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  layers : int
  heads : int
  kv_heads : int
  head_dim : int
  window : int
  epsilon : float
  theta : float
  linear_factor : float
  llama_factor : float
  llama_low : float
  llama_high : float
  llama_original : float
  w : List[Tensor]
  head : List[Tensor]

  # Loading

  # Adds an empty weight: rows by columns, or a vector if columns is 0.
  def allocate(self, to_head: bool, rows: int, columns: int, dtype: int, like: Tensor) -> int:
    shape = [rows, columns]
    if columns == 0:
      shape = [rows]
    target = self.w
    if to_head:
      target = self.head
    target.append(torch.empty(shape, dtype=dtype, device=like.device))
    return len(target) - 1

  # Copies numbers [start, start + count) of a file of size numbers into a weight, from its row on.
  # Returns 1 if all of them are finite.
  def fill(self, to_head: bool, index: int, row: int, file: str, size: int, dtype: int, start: int, count: int) -> Tensor:
    target = self.w[index]
    if to_head:
      target = self.head[index]
    source = torch.from_file(file, False, size, dtype=dtype).narrow(0, start, count)
    width = target.numel() // target.size(0)
    rows = target.narrow(0, row, count // width)
    rows.copy_(source.reshape(rows.size()))
    finite = torch.isfinite(torch.sum(rows, dtype=6))
    if not bool(finite):
      finite = torch.isfinite(rows).all()
    return finite.to(4)

  # Copies a weight out as float32, for saving.
  def weight(self, to_head: bool, index: int) -> Tensor:
    source = self.w[index]
    if to_head:
      source = self.head[index]
    return source.to(6)

  # The forward pass

  def norm(self, x: Tensor, weight: Tensor) -> Tensor:
    h = x.to(6)
    h = h * torch.rsqrt((h * h).mean([-1], True) + self.epsilon)
    return weight * h.to(x.dtype)

  def dense(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if bias.numel() == 0:
      return torch.linear(x, weight)
    return torch.linear(x, weight, bias)

  # positions: (B, T). Rotary angles of each, always in float32: cosines and sines (B, 1, T, D).
  def rotary(self, positions: Tensor, dtype: int) -> Tuple[Tensor, Tensor]:
    powers = torch.arange(0, self.head_dim, 2, dtype=6, device=positions.device) / self.head_dim
    inverse = torch.reciprocal(torch.pow(self.theta, powers))
    if self.linear_factor > 0.0:
      inverse = inverse / self.linear_factor
    if self.llama_factor > 0.0:
      wavelength = torch.reciprocal(inverse) * 6.283185307179586
      smooth = (torch.reciprocal(wavelength) * self.llama_original - self.llama_low) / (self.llama_high - self.llama_low)
      smooth = smooth.clamp(0.0, 1.0)
      inverse = torch.rsub(smooth, 1.0) * inverse / self.llama_factor + smooth * inverse
    angles = positions.to(6).unsqueeze(-1) * inverse
    angles = torch.cat([angles, angles], -1).unsqueeze(1)
    return (torch.cos(angles).to(dtype), torch.sin(angles).to(dtype))

  def rotate(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    a, b = x.chunk(2, -1)
    return x * cos + torch.cat([-b, a], -1) * sin

  # x: (B, T, E). Queries (B, H, T, D), keys and values (B, K, T, D), the first two rotated.
  def project(self, x: Tensor, i: int, w: List[Tensor], cos: Tensor, sin: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    o = 2 + i * 7
    b, t = x.size(0), x.size(1)
    h = self.dense(self.norm(x, w[o]), w[o + 1], w[o + 2])
    h = h.view([b, t, self.heads + 2 * self.kv_heads, self.head_dim]).transpose(1, 2)
    q = self.rotate(h.narrow(1, 0, self.heads), cos, sin)
    k = self.rotate(h.narrow(1, self.heads, self.kv_heads), cos, sin)
    return (q, k, h.narrow(1, self.heads + self.kv_heads, self.kv_heads))

  # The rest of a layer: a, the attention's result (B, H, T, D), joins the stream x (B, T, E).
  def finish(self, x: Tensor, a: Tensor, i: int, w: List[Tensor]) -> Tensor:
    o = 2 + i * 7
    a = a.transpose(1, 2).reshape([x.size(0), x.size(1), -1])
    x = x + torch.linear(a, w[o + 3])
    gate, up = torch.linear(self.norm(x, w[o + 4]), w[o + 5]).chunk(2, -1)
    return x + torch.linear(torch.silu(gate) * up, w[o + 6])

  def expand_heads(self, x: Tensor) -> Tensor:
    groups = self.heads // self.kv_heads
    if groups == 1:
      return x
    return x.unsqueeze(2).expand([-1, -1, groups, -1, -1]).reshape([x.size(0), self.heads, x.size(2), x.size(3)])

  # q: (B, H, T, D), the last T of the S positions of k and v: (B, K, S, D).
  def attend(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    t, s = q.size(2), k.size(2)
    k = self.expand_heads(k)
    v = self.expand_heads(v)
    windowed = self.window > 0 and s > self.window
    if t == s and not windowed:
      return torch.scaled_dot_product_attention(q, k, v, None, 0.0, True)
    seen = torch.ones([t, s], dtype=11, device=q.device).tril(s - t)
    if windowed:
      seen = torch.logical_and(seen, torch.ones([t, s], dtype=11, device=q.device).triu(s - t - self.window + 1))
    return torch.scaled_dot_product_attention(q, k, v, seen, 0.0, False)

  # ids: (B, T), starting at position past. Fills cache with the keys and values of each layer, after
  # the past ones found there (one row, shared by all B). Returns the stream before the final norm.
  def stream(self, ids: Tensor, w: List[Tensor], cache: List[Tensor], keep: bool) -> Tensor:
    past = 0
    if len(cache) > 0:
      past = cache[0].size(2)
    x = torch.embedding(w[0], ids)
    positions = torch.arange(past, past + ids.size(1), dtype=4, device=ids.device).unsqueeze(0)
    cos, sin = self.rotary(positions, x.dtype)
    for i in range(self.layers):
      q, k, v = self.project(x, i, w, cos, sin)
      if past > 0:
        k = torch.cat([cache[2 * i].expand([k.size(0), -1, -1, -1]), k], 2)
        v = torch.cat([cache[2 * i + 1].expand([k.size(0), -1, -1, -1]), v], 2)
      if keep:
        cache.append(k)
        cache.append(v)
      x = self.finish(x, self.attend(q, k, v), i, w)
    return x

  # Head

  # x: (N, E) of the stream. Logits (N, classes), in float32.
  def classify(self, x: Tensor, w: List[Tensor], head: List[Tensor]) -> Tensor:
    h = self.norm(x, w[1])
    for i in range(len(head) // 2):
      if i > 0:
        h = torch.relu(h)
      h = self.dense(h, head[2 * i], head[2 * i + 1])
    return h.to(6)

  # at: N flat indices into B * T.
  def pick(self, x: Tensor, at: Tensor) -> Tensor:
    return x.reshape([-1, x.size(2)]).index_select(0, at)

  # ids: (B, T), at: flat indices of the N tokens to read the head at. Logits (N, classes).
  def logits(self, ids: Tensor, at: Tensor) -> Tensor:
    cache : List[Tensor] = []
    return self.classify(self.pick(self.stream(ids, self.w, cache, False), at), self.w, self.head)

  # The same for rows that begin alike: prefix (1, P) is computed once; ids and at count after it.
  def logits_after(self, prefix: Tensor, ids: Tensor, at: Tensor) -> Tensor:
    cache : List[Tensor] = []
    _ = self.stream(prefix, self.w, cache, True)
    return self.classify(self.pick(self.stream(ids, self.w, cache, False), at), self.w, self.head)

  # The same with weights given, so that gradients reach them.
  def forward(self, ids: Tensor, at: Tensor, w: List[Tensor], head: List[Tensor]) -> Tensor:
    cache : List[Tensor] = []
    return self.classify(self.pick(self.stream(ids, w, cache, False), at), w, head)

  # The final norm's output at the tokens named by at: (N, E), in float32.
  def hidden(self, ids: Tensor, at: Tensor) -> Tensor:
    cache : List[Tensor] = []
    return self.norm(self.pick(self.stream(ids, self.w, cache, False), at), self.w[1]).to(6)

  # Natural log probability of each token given those before it: (B, T - 1). The head is the output embedding.
  def log_likelihood(self, ids: Tensor) -> Tensor:
    cache : List[Tensor] = []
    x = self.stream(ids, self.w, cache, False)
    rows : List[Tensor] = []
    for b in range(ids.size(0)):
      logits = self.classify(x[b].narrow(0, 0, ids.size(1) - 1), self.w, self.head)
      next = ids[b].narrow(0, 1, ids.size(1) - 1).unsqueeze(1)
      rows.append(torch.log_softmax(logits, -1).gather(1, next).squeeze(1))
    return torch.stack(rows)
