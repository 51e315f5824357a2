# The part of the decoder that generates. See decoder.py.
#
# G groups of n rows each; the rows of a group continue the same tokens, from lengths of
# their own: n samples of one prompt, or rollouts from the prefixes of one solution. The prompt's
# keys and values are computed and kept once a group. R = G * n.
class Decoder(Module):
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

  # Which of the group's P keys each row sees from position lengths + step, at most reach back if that is
  # above 0: 0 or -inf, (G, 1, n, 1, P).
  def group_mask(self, lengths: Tensor, step: int, p: int, reach: int, dtype: int) -> Tensor:
    at = torch.arange(0, p, dtype=4, device=lengths.device)
    hidden = at >= lengths.unsqueeze(-1)
    if reach > 0:
      hidden = torch.logical_or(hidden, at <= lengths.unsqueeze(-1) + (step - reach))
    mask = torch.zeros(hidden.size(), dtype=dtype, device=lengths.device).masked_fill(hidden, -float("inf"))
    return mask.unsqueeze(2).unsqueeze(1)

  # Feeds one token a row, the one at position lengths + step. own: keys and values of the tokens fed so
  # far, (R, K, limit, D) a layer. Logits of the next token (R, vocabulary).
  def advance(self, token: Tensor, lengths: Tensor, step: int, group: List[Tensor], own: List[Tensor]) -> Tensor:
    x = torch.embedding(self.w[0], token.unsqueeze(1))
    cos, sin = self.rotary(lengths.reshape([-1, 1]) + step, x.dtype)
    # For layers that see everything and for those that slide: the mask, and the first own token seen.
    masks = [self.group_mask(lengths, step, group[0].size(2), 0, x.dtype)]
    starts = [0, 0]
    if self.window > 0:
      masks.append(self.group_mask(lengths, step, group[0].size(2), self.window, x.dtype))
      if step >= self.window:
        starts[1] = step - self.window + 1
    for i in range(self.layers):
      start = starts[self.sliding[i]]
      q, k, v = self.project(x, i, self.w, cos, sin)
      own[2 * i].narrow(2, step, 1).copy_(k)
      own[2 * i + 1].narrow(2, step, 1).copy_(v)
      ok = own[2 * i].narrow(2, start, step + 1 - start)
      ov = own[2 * i + 1].narrow(2, start, step + 1 - start)
      mask = masks[self.sliding[i]]
      x = self.finish(x, self.attend_group(q, group[2 * i], group[2 * i + 1], ok, ov, mask), i, self.w)
    return self.classify(x.squeeze(1), self.w, self.head)

  # open: (G, n), the rows still going. Where a quarter of all can leave: the flat indices of the rows
  # that stay, each group as many as the fullest has going, and the groups that stay; else two empty ones.
  def staying(self, open: Tensor) -> Tuple[Tensor, Tensor]:
    left = open.to(4).sum(1)
    most = int(left.max())
    busy = torch.nonzero(left).squeeze(1)
    if most * busy.size(0) * 4 > 3 * open.numel():
      return (busy.narrow(0, 0, 0), busy.narrow(0, 0, 0))
    order = torch.argsort(torch.logical_not(open).to(4), 1, False)
    order = order.index_select(0, busy).narrow(1, 0, most)
    return ((order + busy.unsqueeze(1) * open.size(1)).reshape([-1]), busy)

  # ids: (G, P), padded on the right; lengths and seeds: (G, n), how many of them each row continues
  # and the seed of its randomness; stops: ids that end a row. Tokens (R, limit), each row's last one a
  # stop id if it met one; -1 behind it. A row's tokens depend on its own seed alone, not on the others.
  # next: (states, vocabulary), the state that each token leads to, -1 where it may not stand, or empty for
  # no grammar; states: (G, n), that of each row. State 0 ends a row.
  def generate(self, ids: Tensor, lengths: Tensor, seeds: Tensor, stops: Tensor, next: Tensor, states: Tensor, limit: int, temperature: float, top_p: float, top_k: int) -> Tensor:
    group : List[Tensor] = []
    x = self.stream(ids, self.w, group, True)
    count = lengths.numel()
    ends = torch.arange(0, ids.size(0), dtype=4, device=ids.device).unsqueeze(1) * ids.size(1) + lengths - 1
    logits = self.classify(self.pick(x, ends.reshape([-1])), self.w, self.head)
    own : List[Tensor] = []
    for i in range(2 * self.layers):
      own.append(torch.empty([count, self.kv_heads, limit, self.head_dim], dtype=x.dtype, device=x.device))
    out = torch.full([count * limit], -1, dtype=4, device=ids.device)
    place = torch.arange(0, count, dtype=4, device=ids.device) * limit
    open = torch.ones([count], dtype=11, device=ids.device)
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
          rows, busy = self.staying(open.view(lengths.size()))
          if rows.numel() > 0:
            lengths = lengths.reshape([-1]).index_select(0, rows).view([busy.size(0), -1])
            seeds = seeds.reshape([-1]).index_select(0, rows).view([busy.size(0), -1])
            open = open.index_select(0, rows)
            place = place.index_select(0, rows)
            token = token.index_select(0, rows)
            state = state.index_select(0, rows)
            for i in range(2 * self.layers):
              own[i] = own[i].index_select(0, rows)
              group[i] = group[i].index_select(0, busy)
        logits = self.advance(token, lengths, step - 1, group, own)
    return out.view([count, limit])
