# A decoder-only transformer (Qwen2, Qwen3, Llama 3, Mistral) with a head on top, as TorchScript.
#
# The class stands in four files that are read as one: its attributes and the forward pass here, and
# loading.py, training.py and generation.py. A part may use what stands in the others.
#
# Shapes: B rows, T tokens a row, H heads, K key/value heads, D numbers a head, E embedding width.
# Rows are padded on the right: with causal attention no real token ever sees the padding.
# Numbers of dtypes: 4 int64, 6 float32. Everything returned is one of these two.
#
# Weights w, in order: the embedding, the final norm, then seven a layer: norm, query-key-value, its
# bias (empty if the model has none), attention output, norm, gate-up, down. After the layers, where the
# model has any of them, five extras a layer, those it lacks empty: norm of each query, norm of each key,
# biases of attention output, gate-up and down.
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
  sliding : List[int]
  epsilon : float
  theta : float
  linear_factor : float
  llama_factor : float
  llama_low : float
  llama_high : float
  llama_original : float
  yarn_factor : float
  yarn_low : float
  yarn_high : float
  attention_factor : float
  dynamic_factor : float
  dynamic_original : float
  w : List[Tensor]
  head : List[Tensor]
  mapped : List[Tensor]
  trained : List[Tensor]
  gradient : List[Tensor]
  mean : List[Tensor]
  square : List[Tensor]
  count : List[Tensor]

  # The forward pass. On a GPU, memory is what the small operations between the products wait for: where
  # no gradient is recorded they make fewer passes over it (fast), with the same numbers up to rounding.

  def fast(self, x: Tensor) -> bool:
    return x.is_cuda and not x.requires_grad

  def norm(self, x: Tensor, weight: Tensor) -> Tensor:
    if self.fast(x) and not weight.requires_grad:
      length = torch.linalg_vector_norm(x, 2, [-1], True, dtype=6)
      y = torch.empty_like(x)
      _ = torch.mul(x, torch.rsqrt(length * length / x.size(-1) + self.epsilon), out=y)
      return y.mul_(weight)
    h = x.to(6)
    h = h * torch.rsqrt((h * h).mean([-1], True) + self.epsilon)
    return weight * h.to(x.dtype)

  def dense(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if bias.numel() == 0:
      return torch.linear(x, weight)
    return torch.linear(x, weight, bias)

  # Extra k of layer i: 0 query norm, 1 key norm, 2 to 4 biases of attention output, gate-up, down.
  def extra(self, i: int, k: int, w: List[Tensor]) -> Tensor:
    at = 2 + self.layers * 7 + i * 5 + k
    if at < len(w):
      return w[at]
    return w[1].narrow(0, 0, 0)

  # Queries or keys, (..., D), RMS-normed one by one if the weight is not empty.
  def norm_heads(self, x: Tensor, weight: Tensor) -> Tensor:
    if weight.numel() == 0:
      return x
    return self.norm(x, weight)

  # How many positions back layer i sees, the token's own included; 0 for all.
  def reach(self, i: int) -> int:
    return self.window * self.sliding[i]

  # positions: (B, T). The frequencies that they turn with, (D / 2), or (B, 1, D / 2) where they depend
  # on how long a row is up to its last position.
  def frequencies(self, positions: Tensor) -> Tensor:
    powers = torch.arange(0, self.head_dim, 2, dtype=6, device=positions.device) / self.head_dim
    if self.dynamic_factor > 0.0:
      length = (positions.narrow(1, positions.size(1) - 1, 1) + 1).to(6).unsqueeze(-1)
      longer = length.clamp(self.dynamic_original, None) * (self.dynamic_factor / self.dynamic_original)
      theta = torch.pow(longer - (self.dynamic_factor - 1.0), self.head_dim / (self.head_dim - 2)) * self.theta
      return torch.reciprocal(torch.pow(theta, powers))
    inverse = torch.reciprocal(torch.pow(self.theta, powers))
    if self.linear_factor > 0.0:
      inverse = inverse / self.linear_factor
    if self.llama_factor > 0.0:
      wavelength = torch.reciprocal(inverse) * 6.283185307179586
      smooth = (torch.reciprocal(wavelength) * self.llama_original - self.llama_low) / (self.llama_high - self.llama_low)
      smooth = smooth.clamp(0.0, 1.0)
      inverse = torch.rsub(smooth, 1.0) * inverse / self.llama_factor + smooth * inverse
    if self.yarn_factor > 0.0:
      ramp = (torch.arange(0, self.head_dim // 2, dtype=6, device=positions.device) - self.yarn_low) / (self.yarn_high - self.yarn_low)
      ramp = ramp.clamp(0.0, 1.0)
      inverse = inverse / self.yarn_factor * ramp + inverse * torch.rsub(ramp, 1.0)
    return inverse

  # positions: (B, T). Rotary angles of each, always in float32: cosines and sines (B, 1, T, D).
  def rotary(self, positions: Tensor, dtype: int) -> Tuple[Tensor, Tensor]:
    angles = positions.to(6).unsqueeze(-1) * self.frequencies(positions)
    angles = torch.cat([angles, angles], -1).unsqueeze(1)
    cos, sin = torch.cos(angles), torch.sin(angles)
    if self.attention_factor != 1.0:
      cos, sin = cos * self.attention_factor, sin * self.attention_factor
    return (cos.to(dtype), sin.to(dtype))

  def rotate(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    a, b = x.chunk(2, -1)
    if self.fast(x):
      return self.rotate_into(a, b, cos.chunk(2, -1)[0], sin.chunk(2, -1)[0], torch.empty_like(x))
    return x * cos + torch.cat([-b, a], -1) * sin

  # The halves a and b, rotated, into the two halves of y.
  def rotate_into(self, a: Tensor, b: Tensor, cos: Tensor, sin: Tensor, y: Tensor) -> Tensor:
    first, second = y.chunk(2, -1)
    _ = torch.mul(a, cos, out=first)
    _ = torch.addcmul(first, b, sin, value=-1, out=first)
    _ = torch.mul(b, cos, out=second)
    _ = torch.addcmul(second, a, sin, value=1, out=second)
    return y

  # x: (B, T, E). Queries (B, H, T, D), keys and values (B, K, T, D), the first two rotated.
  def project(self, x: Tensor, i: int, w: List[Tensor], cos: Tensor, sin: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    o = 2 + i * 7
    b, t = x.size(0), x.size(1)
    h = self.dense(self.norm(x, w[o]), w[o + 1], w[o + 2])
    h = h.view([b, t, self.heads + 2 * self.kv_heads, self.head_dim]).transpose(1, 2)
    q = self.norm_heads(h.narrow(1, 0, self.heads), self.extra(i, 0, w))
    k = self.norm_heads(h.narrow(1, self.heads, self.kv_heads), self.extra(i, 1, w))
    return (self.rotate(q, cos, sin), self.rotate(k, cos, sin), h.narrow(1, self.heads + self.kv_heads, self.kv_heads))

  # The rest of a layer: a, the attention's result (B, H, T, D), joins the stream x (B, T, E).
  def finish(self, x: Tensor, a: Tensor, i: int, w: List[Tensor]) -> Tensor:
    o = 2 + i * 7
    a = a.transpose(1, 2).reshape([x.size(0), x.size(1), -1])
    x = self.add_product(x, a, w[o + 3], self.extra(i, 2, w))
    gate, up = self.dense(self.norm(x, w[o + 4]), w[o + 5], self.extra(i, 3, w)).chunk(2, -1)
    if self.fast(x):
      gate = torch.silu(gate).mul_(up)
    else:
      gate = torch.silu(gate) * up
    return self.add_product(x, gate, w[o + 6], self.extra(i, 4, w))

  # x (B, T, E) and a product with h (B, T, inputs), added up; on a GPU written over x.
  def add_product(self, x: Tensor, h: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if self.fast(x) and bias.numel() == 0:
      flat = x.view([-1, x.size(2)])
      return flat.addmm_(h.reshape([-1, h.size(2)]), weight.t()).view(x.size())
    return x + self.dense(h, weight, bias)

  def expand_heads(self, x: Tensor) -> Tensor:
    groups = self.heads // self.kv_heads
    if groups == 1:
      return x
    return x.unsqueeze(2).expand([-1, -1, groups, -1, -1]).reshape([x.size(0), self.heads, x.size(2), x.size(3)])

  # q: (B, H, T, D), the last T of the S positions of k and v: (B, K, S, D). reach: how many each sees.
  def attend(self, q: Tensor, k: Tensor, v: Tensor, reach: int) -> Tensor:
    t, s = q.size(2), k.size(2)
    windowed = reach > 0 and s > reach
    if self.fast(q) and t == s and not windowed:
      return torch.scaled_dot_product_attention(q, k, v, None, 0.0, True, scale=None, enable_gqa=True)
    k = self.expand_heads(k)
    v = self.expand_heads(v)
    if t == s and not windowed:
      return torch.scaled_dot_product_attention(q, k, v, None, 0.0, True)
    seen = torch.ones([t, s], dtype=11, device=q.device).tril(s - t)
    if windowed:
      seen = torch.logical_and(seen, torch.ones([t, s], dtype=11, device=q.device).triu(s - t - reach + 1))
    return torch.scaled_dot_product_attention(q, k, v, seen, 0.0, False)

  # Keys and values of layer i with the past ones found in cache (one row, shared by all B) before them.
  def remember(self, k: Tensor, v: Tensor, i: int, cache: List[Tensor], keep: bool) -> Tuple[Tensor, Tensor]:
    if len(cache) > 2 * i and not keep:
      k = torch.cat([cache[2 * i].expand([k.size(0), -1, -1, -1]), k], 2)
      v = torch.cat([cache[2 * i + 1].expand([v.size(0), -1, -1, -1]), v], 2)
    if keep:
      cache.append(k)
      cache.append(v)
    return (k, v)

  # ids: (B, T), after the past positions of cache. The stream before the last layers, (B, T, E), once
  # it has passed the first few of them; cosines and sines of its positions.
  def pass_layers(self, ids: Tensor, w: List[Tensor], cache: List[Tensor], keep: bool, few: int) -> Tuple[Tensor, Tensor, Tensor]:
    past = 0
    if len(cache) > 0:
      past = cache[0].size(2)
    x = torch.embedding(w[0], ids)
    positions = torch.arange(past, past + ids.size(1), dtype=4, device=ids.device).unsqueeze(0)
    cos, sin = self.rotary(positions, x.dtype)
    for i in range(few):
      q, k, v = self.project(x, i, w, cos, sin)
      k, v = self.remember(k, v, i, cache, keep)
      x = self.finish(x, self.attend(q, k, v, self.reach(i)), i, w)
    return (x, cos, sin)

  # The stream of all tokens before the final norm. keep: fills cache with each layer's keys and values.
  def stream(self, ids: Tensor, w: List[Tensor], cache: List[Tensor], keep: bool) -> Tensor:
    x, _, _ = self.pass_layers(ids, w, cache, keep, self.layers)
    return x

  # The same for the N tokens that are read, (N, E); at: their flat indices into B * T, row by row. The
  # last layer needs the keys and values of all tokens, but queries, attention and MLP of these only.
  def read(self, ids: Tensor, at: Tensor, w: List[Tensor], cache: List[Tensor], keep: bool) -> Tensor:
    last = self.layers - 1
    x, cos, sin = self.pass_layers(ids, w, cache, keep, last)
    o = 2 + last * 7
    b, t, d, kv = x.size(0), x.size(1), self.head_dim, self.kv_heads
    h = self.norm(x, w[o])
    keys = self.part(h, w[o + 1], w[o + 2], self.heads, 2 * kv).view([b, t, 2 * kv, d]).transpose(1, 2)
    k = self.rotate(self.norm_heads(keys.narrow(1, 0, kv), self.extra(last, 1, w)), cos, sin)
    k, v = self.remember(k, keys.narrow(1, kv, kv), last, cache, keep)
    row = torch.floor_divide(at, t)
    position = at - row * t
    q = self.part(self.pick(h, at), w[o + 1], w[o + 2], 0, self.heads).view([-1, self.heads, d])
    q = self.norm_heads(q, self.extra(last, 0, w))
    q = self.rotate(q, cos.view([t, 1, d]).index_select(0, position), sin.view([t, 1, d]).index_select(0, position))
    a = self.attend_reads(q, row, position + (k.size(2) - t), k, v, self.reach(last))
    return self.finish(self.pick(x, at).unsqueeze(1), a.unsqueeze(2), last, w).squeeze(1)

  # Queries, keys or values of some heads only: rows of the fused weight from head first on.
  def part(self, x: Tensor, weight: Tensor, bias: Tensor, first: int, count: int) -> Tensor:
    if bias.numel() > 0:
      bias = bias.narrow(0, first * self.head_dim, count * self.head_dim)
    return self.dense(x, weight.narrow(0, first * self.head_dim, count * self.head_dim), bias)

  # q: (N, H, D), the queries of a few positions of each row, row by row. Result (N, H, D).
  def attend_reads(self, q: Tensor, row: Tensor, position: Tensor, k: Tensor, v: Tensor, reach: int) -> Tensor:
    b, kv, s, d = k.size(0), self.kv_heads, k.size(2), self.head_dim
    share = self.heads // kv
    reads = torch.bincount(row, None, b)
    most = int(reads.max())
    # Each row gets as many places as the row with most reads has; place: where a read goes.
    first = torch.arange(0, b, dtype=4, device=q.device) * most - (reads.cumsum(0) - reads)
    place = torch.arange(0, row.size(0), dtype=4, device=q.device) + first.index_select(0, row)
    grid = torch.zeros([b * most, self.heads, d], dtype=q.dtype, device=q.device).index_copy(0, place, q)
    grid = grid.view([b, most, kv, share, d]).transpose(1, 2).reshape([b, kv, most * share, d])
    until = torch.zeros([b * most], dtype=4, device=q.device).index_copy(0, place, position)
    until = until.view([b, 1, most, 1]).expand([-1, -1, -1, share]).reshape([b, 1, most * share, 1])
    key = torch.arange(0, s, dtype=4, device=q.device)
    seen = key <= until
    if reach > 0:
      seen = torch.logical_and(seen, key > until - reach)
    a = torch.scaled_dot_product_attention(grid, k, v, seen, 0.0, False)
    a = a.view([b, kv, most, share, d]).transpose(1, 2).reshape([b * most, self.heads, d])
    return a.index_select(0, place)

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
    return self.classify(self.read(ids, at, self.w, cache, False), self.w, self.head)

  # The same for rows that begin alike: prefix (1, P) is computed once; ids and at count after it.
  def logits_after(self, prefix: Tensor, ids: Tensor, at: Tensor) -> Tensor:
    cache : List[Tensor] = []
    end = torch.full([1], prefix.size(1) - 1, dtype=4, device=prefix.device)
    _ = self.read(prefix, end, self.w, cache, True)
    return self.classify(self.read(ids, at, self.w, cache, False), self.w, self.head)

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
