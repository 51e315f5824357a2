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
  mapped : List[Tensor]
  trained : List[Tensor]
  gradient : List[Tensor]
  mean : List[Tensor]
  square : List[Tensor]
  count : List[Tensor]

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

  # Maps a file of size numbers; each is read when it is first used. Its index.
  def map(self, file: str, size: int, dtype: int) -> int:
    self.mapped.append(torch.from_file(file, False, size, dtype=dtype))
    return len(self.mapped) - 1

  # Lets a file's numbers from start on be a weight themselves, without a copy. Its index.
  def adopt(self, to_head: bool, file: int, start: int, rows: int, columns: int) -> int:
    shape = [rows, columns]
    if columns == 0:
      shape = [rows]
    target = self.w
    if to_head:
      target = self.head
    target.append(self.mapped[file].narrow(0, start, rows * max(columns, 1)).view(shape))
    return len(target) - 1

  # Copies numbers [start, start + count) of a file into a weight, from its row on. How many.
  def fill(self, to_head: bool, index: int, row: int, file: int, start: int, count: int) -> int:
    target = self.w[index]
    if to_head:
      target = self.head[index]
    width = target.numel() // target.size(0)
    rows = target.narrow(0, row, count // width)
    rows.copy_(self.mapped[file].narrow(0, start, count).view(rows.size()))
    return count

  # 1 if count rows of a weight, from row on, hold finite numbers only, else 0.
  def finite(self, to_head: bool, index: int, row: int, count: int) -> Tensor:
    target = self.w[index]
    if to_head:
      target = self.head[index]
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
    target = self.w[index]
    if to_head:
      target = self.head[index]
    target.copy_(values.view(target.size()))
    return target.numel()

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
      x = self.finish(x, self.attend(q, k, v), i, w)
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
    k, v = self.remember(self.rotate(keys.narrow(1, 0, kv), cos, sin), keys.narrow(1, kv, kv), last, cache, keep)
    row = torch.floor_divide(at, t)
    position = at - row * t
    q = self.part(self.pick(h, at), w[o + 1], w[o + 2], 0, self.heads).view([-1, self.heads, d])
    q = self.rotate(q, cos.view([t, 1, d]).index_select(0, position), sin.view([t, 1, d]).index_select(0, position))
    a = self.attend_reads(q, row, position + (k.size(2) - t), k, v)
    return self.finish(self.pick(x, at).unsqueeze(1), a.unsqueeze(2), last, w).squeeze(1)

  # Queries, keys or values of some heads only: rows of the fused weight from head first on.
  def part(self, x: Tensor, weight: Tensor, bias: Tensor, first: int, count: int) -> Tensor:
    if bias.numel() > 0:
      bias = bias.narrow(0, first * self.head_dim, count * self.head_dim)
    return self.dense(x, weight.narrow(0, first * self.head_dim, count * self.head_dim), bias)

  # q: (N, H, D), the queries of a few positions of each row, row by row. Result (N, H, D).
  def attend_reads(self, q: Tensor, row: Tensor, position: Tensor, k: Tensor, v: Tensor) -> Tensor:
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
    if self.window > 0:
      seen = torch.logical_and(seen, key > until - self.window)
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

  # Training. The weights stay in the module. A step is accumulate, once or several times, then update.

  # Makes the loaded weights trainable, those of the body before those of the head, and the optimizer's
  # moments zero. tied: a number above 0 if the head is the embedding itself. Returns how many in the body.
  def begin(self, tied: Tensor) -> Tensor:
    for i in range(len(self.w)):
      self.w[i] = self.w[i].to(6).clone()
      if self.w[i].numel() > 0:
        self.trained.append(self.w[i].requires_grad_(True))
    body = len(self.trained)
    if bool(tied):
      self.head[0] = self.w[0]
    else:
      for i in range(len(self.head)):
        self.head[i] = self.head[i].to(6).clone()
        if self.head[i].numel() > 0:
          self.trained.append(self.head[i].requires_grad_(True))
    for weight in self.trained:
      self.mean.append(torch.zeros_like(weight))
      self.square.append(torch.zeros_like(weight))
      self.count.append(torch.zeros([], dtype=6, device=weight.device))
    return torch.zeros([1], dtype=4) + body

  # logits: (N, classes). The loss of each: squared error of the probability of class 1 if soft is above
  # 0, else cross-entropy of the class that target names.
  def losses(self, logits: Tensor, target: Tensor, soft: Tensor) -> Tensor:
    if bool(soft):
      error = torch.softmax(logits, -1).select(1, 1) - target
      return error * error
    logs = torch.log_softmax(logits, -1)
    return -logs.gather(1, target.to(4).unsqueeze(1)).squeeze(1)

  # ids: (B, T); at, target, weight: of the N tokens read. Adds the gradients of the weighted sum of
  # their losses to what is there. Returns the N losses, not weighted.
  def accumulate(self, ids: Tensor, at: Tensor, target: Tensor, weight: Tensor, soft: Tensor) -> Tensor:
    losses = self.losses(self.logits(ids, at), target, soft)
    found = torch.grad([(losses * weight).sum()], self.trained, None, None, False, False)
    first = len(self.gradient) == 0
    for i in range(len(found)):
      g = found[i]
      if g is not None:
        if first:
          self.gradient.append(g)
        else:
          self.gradient[i].add_(g)
    return losses.detach()

  # Some of a list's tensors, as a list of its own. The compiler takes operations that write to the tensors
  # of an attribute's list for useless and drops them; with this one it sees what they do.
  def some(self, all: List[Tensor], first: int, last: int) -> List[Tensor]:
    result : List[Tensor] = []
    for i in range(first, last):
      result.append(all[i])
    return result

  # AdamW (Loshchilov and Hutter 2019) as PyTorch has it, after scaling the gradients down to a norm of
  # at most limit, if that is above 0. The first `body` weights have a learning rate of their own.
  # Returns the norm before: the root of the sum of the squares of all gradients.
  def update(self, body: int, body_rate: float, head_rate: float, beta1: float, beta2: float, epsilon: float, decay: float, limit: float) -> Tensor:
    gradient = self.some(self.gradient, 0, len(self.gradient))
    norm = torch.norm(torch.stack(torch._foreach_norm(gradient, 2.0)))
    if bool(torch.isfinite(norm)):
      if limit > 0.0:
        torch._foreach_mul_(gradient, (torch.reciprocal(norm + 1e-6) * limit).clamp(0.0, 1.0))
      for group in range(2):
        first, last, rate = 0, body, body_rate
        if group == 1:
          first, last, rate = body, len(self.trained), head_rate
        if last > first:
          count = self.some(self.count, first, last)
          torch._foreach_add_(count, 1.0)
          torch._fused_adamw_(self.some(self.trained, first, last), self.some(gradient, first, last), self.some(self.mean, first, last), self.some(self.square, first, last), [], count, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    self.gradient.clear()
    return norm.reshape([1])

  # The gradients added up so far and not yet used.
  def gradients(self) -> List[Tensor]:
    return self.gradient

  # What a resumed run needs of trained weight i: the weight itself, or the mean or square of its gradients.
  def state(self, kind: int, i: int) -> Tensor:
    if kind == 0:
      return self.trained[i].detach()
    if kind == 1:
      return self.mean[i]
    return self.square[i]

  # Rows of it, as one line of numbers.
  def state_rows(self, kind: int, i: int, start: int, rows: int) -> Tensor:
    return self.state(kind, i).narrow(0, start, rows).reshape([-1]).clone()

  # Puts them back.
  def restore_rows(self, kind: int, i: int, start: int, values: Tensor) -> int:
    whole = self.state(kind, i)
    rows = values.numel() * whole.size(0) // whole.numel()
    part = whole.narrow(0, start, rows)
    part.copy_(values.view(part.size()))
    return rows

  # The number of updates so far.
  def restore_count(self, updates: float) -> int:
    for n in self.count:
      n.fill_(updates)
    return len(self.count)

  # Generation. G groups of n rows each; the rows of a group continue the same tokens, from lengths of
  # their own: n samples of one prompt, or rollouts from the prefixes of one solution. The prompt's
  # keys and values are computed and kept once a group. R = G * n.

  # The logical shift that int64 has not.
  def shift(self, x: Tensor, by: int) -> Tensor:
    return torch.bitwise_and(torch.bitwise_right_shift(x, by), (1 << (64 - by)) - 1)

  # Number `step` of each row's stream of uniform numbers in [0, 1): splitmix64 of its seed.
  def uniform(self, seeds: Tensor, step: int) -> Tensor:
    z = seeds + (torch.zeros_like(seeds) + (step + 1)) * -7046029254386353131
    z = torch.bitwise_xor(z, self.shift(z, 30)) * -4658895280553007687
    z = torch.bitwise_xor(z, self.shift(z, 27)) * -7723592293110705685
    z = torch.bitwise_xor(z, self.shift(z, 31))
    return self.shift(z, 40).to(6) * 5.9604644775390625e-08

  # logits: (R, vocabulary). One token a row; the likeliest if temperature is 0. top_k 0: all.
  def sample(self, logits: Tensor, seeds: Tensor, step: int, temperature: float, top_p: float, top_k: int) -> Tensor:
    if temperature == 0.0:
      return logits.argmax(-1)
    k = logits.size(1)
    if top_k > 0 and top_k < k:
      k = top_k
    if k == logits.size(1) and top_p >= 1.0:
      p = torch.softmax(logits / temperature, -1)
      order = p
    else:
      best, order = torch.topk(logits, k, -1, True, True)
      p = torch.softmax(best / temperature, -1)
      if top_p < 1.0:
        p = p.masked_fill(p.cumsum(-1) - p >= top_p, 0.0)
    sums = p.cumsum(-1)
    u = self.uniform(seeds, step).unsqueeze(-1) * sums.narrow(1, k - 1, 1)
    at = (sums <= u).to(4).sum(-1).clamp(0, k - 1)
    if order.is_floating_point():
      return at
    return order.gather(1, at.unsqueeze(1)).squeeze(1)

  # One query a row, q: (R, H, 1, D), over the group's keys pk, pv: (G, K, P, D) as far as mask
  # (G, 1, n, 1, P) is 0 and not -inf, and the row's own ok, ov: (R, K, T, D).
  def attend_group(self, q: Tensor, pk: Tensor, pv: Tensor, ok: Tensor, ov: Tensor, mask: Tensor) -> Tensor:
    g, n, p, t, d = pk.size(0), mask.size(2), pk.size(2), ok.size(2), self.head_dim
    kv = self.kv_heads
    share = self.heads // kv
    q = q.reshape([g, n, kv, share, d])
    grouped = q.transpose(1, 2).reshape([g, kv, n * share, d])
    first = torch.matmul(grouped, pk.transpose(2, 3)).view([g, kv, n, share, p]) + mask
    second = torch.matmul(q.reshape([g * n, kv, share, d]), ok.transpose(2, 3))
    second = second.view([g, n, kv, share, t]).transpose(1, 2)
    weights = torch.softmax(torch.cat([first, second], -1).to(6) * d ** -0.5, -1).to(q.dtype)
    first = torch.matmul(weights.narrow(4, 0, p).reshape([g, kv, n * share, p]), pv)
    second = weights.narrow(4, p, t).transpose(1, 2).reshape([g * n, kv, share, t])
    second = torch.matmul(second, ov).view([g, n, kv, share, d])
    both = first.view([g, kv, n, share, d]).transpose(1, 2) + second
    return both.reshape([g * n, self.heads, 1, d])

  # Which of the group's P keys each row sees from position lengths + step: 0 or -inf, (G, 1, n, 1, P).
  def group_mask(self, lengths: Tensor, step: int, p: int, dtype: int) -> Tensor:
    at = torch.arange(0, p, dtype=4, device=lengths.device)
    hidden = at >= lengths.unsqueeze(-1)
    if self.window > 0:
      hidden = torch.logical_or(hidden, at <= lengths.unsqueeze(-1) + (step - self.window))
    mask = torch.zeros(hidden.size(), dtype=dtype, device=lengths.device).masked_fill(hidden, -float("inf"))
    return mask.unsqueeze(2).unsqueeze(1)

  # Feeds one token a row, the one at position lengths + step. own: keys and values of the tokens fed so
  # far, (R, K, limit, D) a layer. Logits of the next token (R, vocabulary).
  def advance(self, token: Tensor, lengths: Tensor, step: int, group: List[Tensor], own: List[Tensor]) -> Tensor:
    x = torch.embedding(self.w[0], token.unsqueeze(1))
    cos, sin = self.rotary(lengths.reshape([-1, 1]) + step, x.dtype)
    mask = self.group_mask(lengths, step, group[0].size(2), x.dtype)
    start = 0
    if self.window > 0 and step >= self.window:
      start = step - self.window + 1
    for i in range(self.layers):
      q, k, v = self.project(x, i, self.w, cos, sin)
      own[2 * i].narrow(2, step, 1).copy_(k)
      own[2 * i + 1].narrow(2, step, 1).copy_(v)
      ok = own[2 * i].narrow(2, start, step + 1 - start)
      ov = own[2 * i + 1].narrow(2, start, step + 1 - start)
      x = self.finish(x, self.attend_group(q, group[2 * i], group[2 * i + 1], ok, ov, mask), i, self.w)
    return self.classify(x.squeeze(1), self.w, self.head)

  # ids: (G, P), padded on the right; lengths and seeds: (G, n), how many of them each row continues
  # and the seed of its randomness; stops: ids that end a row. Tokens (R, limit), each row's last one a
  # stop id if it met one; -1 behind it. A row's tokens depend on its own seed alone, not on the others.
  # next: (states, vocabulary), the state that each token leads to, -1 where it may not stand, or empty for
  # no grammar; states: (G, n), that of each row. State 0 ends a row.
  def generate(self, ids: Tensor, lengths: Tensor, seeds: Tensor, stops: Tensor, next: Tensor, states: Tensor, limit: int, temperature: float, top_p: float, top_k: int) -> Tensor:
    group : List[Tensor] = []
    x = self.stream(ids, self.w, group, True)
    rows = lengths.numel()
    ends = torch.arange(0, ids.size(0), dtype=4, device=ids.device).unsqueeze(1) * ids.size(1) + lengths - 1
    logits = self.classify(self.pick(x, ends.reshape([-1])), self.w, self.head)
    own : List[Tensor] = []
    for i in range(2 * self.layers):
      own.append(torch.empty([rows, self.kv_heads, limit, self.head_dim], dtype=x.dtype, device=x.device))
    out = torch.full([rows * limit], -1, dtype=4, device=ids.device)
    place = torch.arange(0, rows, dtype=4, device=ids.device) * limit
    open = torch.ones([rows], dtype=11, device=ids.device)
    state = states.reshape([-1])
    step = 0
    going = True
    while going:
      following = next
      if next.numel() > 0:
        following = next.index_select(0, state)
        logits = logits.masked_fill(following < 0, -float("inf"))
      token = self.sample(logits, seeds.reshape([-1]), step, temperature, top_p, top_k)
      out.index_copy_(0, place + step, token.masked_fill(torch.logical_not(open), -1))
      open = torch.logical_and(open, torch.logical_not(torch.isin(token, stops)))
      if next.numel() > 0:
        state = following.gather(1, token.unsqueeze(1)).squeeze(1)
        open = torch.logical_and(open, state > 0)
      step = step + 1
      going = step < limit and bool(open.any())
      if going:
        if step % 8 == 0:
          # Rows that ended leave: each group keeps as many as the fullest group has going.
          n = lengths.size(1)
          left = open.view(lengths.size()).to(4).sum(1)
          most = int(left.max())
          busy = torch.nonzero(left).squeeze(1)
          if most * busy.size(0) * 4 <= 3 * open.numel():
            order = torch.argsort(torch.logical_not(open).view(lengths.size()).to(4), 1, False)
            order = order.index_select(0, busy).narrow(1, 0, most)
            flat = (order + busy.unsqueeze(1) * n).reshape([-1])
            lengths = lengths.reshape([-1]).index_select(0, flat).view([-1, most])
            seeds = seeds.reshape([-1]).index_select(0, flat).view([-1, most])
            open = open.index_select(0, flat)
            place = place.index_select(0, flat)
            token = token.index_select(0, flat)
            state = state.index_select(0, flat)
            for i in range(2 * self.layers):
              own[i] = own[i].index_select(0, flat)
              group[i] = group[i].index_select(0, busy)
        logits = self.advance(token, lengths, step - 1, group, own)
    return out.view([rows, limit])
