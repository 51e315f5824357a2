# The part of the decoder that trains. The weights stay in the module. A step is accumulate, once or
# several times, then update. See decoder.py.
class Decoder(Module):
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

  # logits: (N, 2); target: how many of `trials` succeeded. Minus the log of the probability of just that under
  # a Beta-Binomial distribution. Its Beta has the parameters a = exp(logit of class 1) and b = exp(logit of
  # class 0), so that its mean is the softmax probability of class 1. From G(k + a) / G(a) = a (a + 1) ...
  # (a + k - 1) for the gamma function G: no large numbers are subtracted from each other.
  def beta_binomial(self, logits: Tensor, target: Tensor, trials: Tensor) -> Tensor:
    n, k = trials.unsqueeze(1), target.unsqueeze(1)
    i = torch.arange(0, int(trials.max()), dtype=6, device=logits.device)
    good = torch.logaddexp(logits.narrow(1, 1, 1), torch.log(i)) * (i < k)
    bad = torch.logaddexp(logits.narrow(1, 0, 1), torch.log(i)) * (i < n - k)
    both = torch.logaddexp(torch.logsumexp(logits, [-1], True), torch.log(i)) * (i < n)
    ways = torch.lgamma(trials + 1) - torch.lgamma(target + 1) - torch.lgamma(trials - target + 1)
    return (both - good - bad).sum(1) - ways

  # logits: (N, classes). The loss of each. kind 0: cross-entropy of the class that target names; 1: squared
  # error of the probability of class 1; 2: see beta_binomial, which alone reads trials.
  def losses(self, logits: Tensor, target: Tensor, trials: Tensor, kind: Tensor) -> Tensor:
    if int(kind) == 2:
      return self.beta_binomial(logits, target, trials)
    if int(kind) == 1:
      error = torch.softmax(logits, -1).select(1, 1) - target
      return error * error
    logs = torch.log_softmax(logits, -1)
    return -logs.gather(1, target.to(4).unsqueeze(1)).squeeze(1)

  # For each of the N tokens read its loss and the probability of class 1, (N, 2); learns nothing.
  def assess(self, ids: Tensor, at: Tensor, target: Tensor, trials: Tensor, kind: Tensor) -> Tensor:
    logits = self.logits(ids, at)
    losses = self.losses(logits, target, trials, kind)
    return torch.stack([losses, torch.softmax(logits, -1).select(1, 1)], 1).detach()

  # ids: (B, T); at, target, trials, weight: of the N tokens read. Adds the gradients of the weighted sum of
  # their losses to what is there. Returns the N losses, not weighted.
  def accumulate(self, ids: Tensor, at: Tensor, target: Tensor, trials: Tensor, kind: Tensor, weight: Tensor) -> Tensor:
    losses = self.losses(self.logits(ids, at), target, trials, kind)
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
