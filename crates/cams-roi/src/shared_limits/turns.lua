-- One rate limit of one account, kept by all of its processes together (docs/adr/0007-shared-limits.md).
--
-- A limit of N calls a second has N slots. A call holds one from its turn until it is answered, and the slot is free again
-- one window after that. A turn is given ahead, as soon as it is known when its slot will be free: the process is told how
-- long to wait, counted from when it is told, so that no clock but this server's matters. Turns are given in the order
-- in which they were asked for.
--
-- KEYS[1]  the state: one string, so that a script run reads and writes it once
-- ARGV[1]  the request, JSON: messages.rs describes it
-- ARGV[2]  what the channels of the processes begin with; each listens on the one that ends in its name
-- Replies with JSON, and publishes the same to the others that have a new turn.

local SECOND = 1000000
-- Added to the window, for what timers and schedulers do to the spacing.
local GUARD = 5000
-- Turns are spaced by this much of 1/N: the rest catches up with what answers that took longer have cost.
local SPACING = 0.8
-- A process that says nothing for so long is gone, although its connection may be open: its machine may have died.
local SILENCE = 10 * SECOND
-- A request of a process that is gone may be on its way for so long.
local ON_ITS_WAY = SECOND / 2
local LONGEST_PAUSE = 300 * SECOND
local MAX_SLOWDOWN = 16
-- A state that nobody asks for is forgotten so long after all of its windows are over.
local KEPT_MS = 60000
-- A server that was started so lately may have lost its state.
local STARTED_LATELY_S = 5

local key, request, channel = KEYS[1], cjson.decode(ARGV[1]), ARGV[2]
local me = request.process

local time = redis.call('TIME')
local clock = tonumber(time[1]) * SECOND + tonumber(time[2])

local function listeners(names)
  local channels = {}
  for _, name in ipairs(names) do
    channels[#channels + 1] = channel .. name
  end
  local found, reply = {}, redis.call('PUBSUB', 'NUMSUB', unpack(channels))
  for i, name in ipairs(names) do
    found[name] = tonumber(reply[2 * i]) > 0
  end
  return found
end

-- Whether turns may have been given by a state that is lost.
local function may_have_been_lost()
  if request.had_state or #redis.call('PUBSUB', 'CHANNELS', (channel:gsub('[%[%]?*\\]', '\\%0')) .. '*') > 1 then
    return true
  end
  local uptime = redis.call('INFO', 'server'):match('uptime_in_seconds:(%d+)')
  local promoted = redis.call('INFO', 'replication'):match('second_repl_offset:(%-?%d+)')
  return (tonumber(uptime) or 0) < STARTED_LATELY_S or (tonumber(promoted) or -1) >= 0
end

local stored = redis.call('GET', key)
local state = stored and cmsgpack.unpack(stored) or {
  -- Of a clock that was put back, or of another server's: added, so that time goes on from where it was.
  offset = 0, now = 0, epoch = string.format('%.0f ', clock) .. request.server, server = request.server,
  last_due = 0, paused_until = 0, slowdown = 1, slowed_at = 0,
  members = {}, held = {}, received = {}, queue = {},
}
if clock + state.offset < state.now then
  state.offset = state.now - clock
end
local now = clock + state.offset
state.now = now

local slots, window, interval
local function choose_limit()
  local lowest = request.per_second
  for _, member in pairs(state.members) do
    lowest = math.min(lowest, member.per_second)
  end
  slots = math.max(1, math.ceil(lowest))
  window = slots / lowest * SECOND
  interval = SECOND / lowest
end

local function remove(list, is_removed)
  local kept = {}
  for _, entry in ipairs(list) do
    if not is_removed(entry) then
      kept[#kept + 1] = entry
    end
  end
  return kept
end

-- The process is gone: what it may have sent counts, what it cannot have sent yet does not.
local function bury(process)
  state.members[process] = nil
  state.queue = remove(state.queue, function(entry) return entry.process == process end)
  state.held = remove(state.held, function(entry)
    if entry.process ~= process then
      return false
    end
    local is_sent = entry.due <= now + ON_ITS_WAY
    local at = is_sent and now + ON_ITS_WAY or entry.due - window - GUARD
    state.received[#state.received + 1] = { at = at, process = process, credit = 0 }
    return true
  end)
end

local function bury_the_gone()
  local names = {}
  for name, member in pairs(state.members) do
    if name ~= me then
      if now - member.seen > SILENCE then
        bury(name)
      else
        names[#names + 1] = name
      end
    end
  end
  local is_there = #names > 0 and listeners(names) or {}
  for _, name in ipairs(names) do
    if not is_there[name] then
      bury(name)
    end
  end
  choose_limit()
end

-- When a slot is free for the process. The way of its own next call is known; that of another's is not.
local function free_for(entry, process)
  return entry.at + window + GUARD - (entry.process == process and entry.credit or 0)
end

local function next_spaced()
  return state.last_due + interval * SPACING * state.slowdown
end

-- Gives the first in the queue its turn, if it is known when that is. Otherwise gives when it may be, if that is known.
local function give_turn(given)
  local first = state.queue[1]
  local due = math.max(now, next_spaced(), state.paused_until)
  local needed = #state.held + #state.received - slots + 1
  if needed > 0 then
    if needed > #state.received then
      return false
    end
    table.sort(state.received, function(one, other)
      return free_for(one, first.process) < free_for(other, first.process)
    end)
    due = math.max(due, free_for(state.received[needed], first.process))
  end
  if due > now + window + interval then
    return false, due - window - interval
  end
  for _ = 1, needed do
    table.remove(state.received, 1)
  end
  state.last_due = due
  local ticket = first.from
  state.held[#state.held + 1] = { process = first.process, ticket = ticket, due = due }
  local turns = given[first.process] or {}
  turns[#turns + 1] = { ticket, due - now }
  given[first.process] = turns
  if first.from == first.to then
    table.remove(state.queue, 1)
  else
    first.from = first.from + 1
  end
  return true
end

-- Tells the others of their turns. Gives whether one of them is gone.
local function tell(given)
  local is_one_gone = false
  for process, turns in pairs(given) do
    if process ~= me then
      if redis.call('PUBLISH', channel .. process, cjson.encode({ turns = turns })) == 0 then
        bury(process)
        is_one_gone = true
      end
      given[process] = nil
    end
  end
  return is_one_gone
end

local function give_turns()
  local mine, next_at, has_looked = {}, nil, false
  repeat
    local given, again = {}, false
    while #state.queue > 0 do
      local is_given, at = give_turn(given)
      next_at = at
      if not is_given then
        break
      end
    end
    for _, turn in ipairs(given[me] or {}) do
      mine[#mine + 1] = turn
    end
    given[me] = nil
    again = tell(given)
    if #state.queue > 0 and not has_looked then
      has_looked = true
      bury_the_gone()
      again = true
    end
  until not again
  return mine, next_at
end

-- Turns that are not due yet come later, in their order.
local function put_off()
  local waiting = {}
  for _, entry in ipairs(state.held) do
    if entry.due > now then
      waiting[#waiting + 1] = entry
    end
  end
  table.sort(waiting, function(one, other) return one.due < other.due end)
  state.last_due = now
  local given = {}
  for _, entry in ipairs(waiting) do
    entry.due = math.max(entry.due, next_spaced(), state.paused_until)
    state.last_due = entry.due
    local turns = given[entry.process] or {}
    turns[#turns + 1] = { entry.ticket, entry.due - now }
    given[entry.process] = turns
  end
  local mine = given[me] or {}
  tell(given)
  return mine
end

-- The service throttled a call: nobody calls for a while, and then all call more slowly. Answers to calls that were
-- under way already say nothing of the speed that was chosen since.
local function throttled(due, wait)
  state.paused_until = math.max(state.paused_until, now + math.min(wait or interval, LONGEST_PAUSE))
  if due >= state.slowed_at and now >= state.slowed_at + window then
    state.slowed_at = now
    state.slowdown = math.min(state.slowdown * 2, MAX_SLOWDOWN)
  end
end

-- A call ended. Gives whether it was throttled.
local function ended(call)
  local entry
  state.held = remove(state.held, function(other)
    local is_it = other.process == me and other.ticket == call.ticket
    entry = is_it and other or entry
    return is_it
  end)
  if call.how ~= 'unsent' then
    state.received[#state.received + 1] = { at = now + (call.later or 0), process = me, credit = call.credit or 0 }
  elseif entry then
    state.received[#state.received + 1] = { at = entry.due - window - GUARD, process = me, credit = 0 }
  end
  if call.how == 'accepted' then
    state.slowdown = math.max(1, state.slowdown * 0.9)
  elseif call.how == 'throttled' then
    throttled(entry and entry.due or now, call.wait)
    return true
  end
  return false
end

-- A ticket is given back before its turn.
local function withdraw(ticket)
  local queue = {}
  for _, entry in ipairs(state.queue) do
    if entry.process == me and entry.from <= ticket and ticket <= entry.to then
      if entry.from < ticket then
        queue[#queue + 1] = { process = me, from = entry.from, to = ticket - 1 }
      end
      if ticket < entry.to then
        queue[#queue + 1] = { process = me, from = ticket + 1, to = entry.to }
      end
    else
      queue[#queue + 1] = entry
    end
  end
  state.queue = queue
end

-- The process says all that it has, as if it had never been here.
local function join(with)
  if state.members[me] then
    bury(me)
  end
  state.members[me] = { per_second = request.per_second, seen = now }
  choose_limit()
  for _, ticket in ipairs(with.under_way or {}) do
    state.held[#state.held + 1] = { process = me, ticket = ticket, due = now }
  end
  for _ = 1, with.lately or 0 do
    state.received[#state.received + 1] = { at = now, process = me, credit = 0 }
  end
end

choose_limit()
local is_new_server = state.server ~= request.server
if not stored and may_have_been_lost() or is_new_server then
  -- Turns that are not known here were given at the most one window ahead.
  state.paused_until = math.max(state.paused_until, now + 2 * (window + GUARD))
  state.server = request.server
end

local is_known = state.members[me] and request.epoch == state.epoch
local reply = { epoch = state.epoch }
if is_known or request.join then
  if request.join then
    join(request.join)
  end
  local member = state.members[me]
  member.seen, member.per_second = now, request.per_second
  choose_limit()
  local is_throttled = false
  for _, call in ipairs(request.ended or {}) do
    withdraw(call.ticket)
    is_throttled = ended(call) or is_throttled
  end
  for _, tickets in ipairs(request.asked or {}) do
    local last = state.queue[#state.queue]
    if last and last.process == me and last.to + 1 == tickets[1] then
      last.to = tickets[2]
    else
      state.queue[#state.queue + 1] = { process = me, from = tickets[1], to = tickets[2] }
    end
  end
  state.received = remove(state.received, function(entry) return entry.at + window + GUARD <= now end)
  local turns = is_throttled and put_off() or {}
  if request.join then
    bury_the_gone()
  end
  local given, next_at = give_turns()
  for _, turn in ipairs(given) do
    turns[#turns + 1] = turn
  end
  -- An empty table would become an object.
  reply.turns = #turns > 0 and turns or nil
  reply.next = next_at and next_at - now or nil
else
  reply.is_unknown = true
end

local members, waiting, is_counted = 0, 0, {}
for _ in pairs(state.members) do
  members = members + 1
end
for _, entry in ipairs(state.queue) do
  if not is_counted[entry.process] then
    is_counted[entry.process] = true
    waiting = waiting + 1
  end
end
reply.members, reply.waiting = members, waiting
local last = math.max(now, state.paused_until, state.last_due)
redis.call('SET', key, cmsgpack.pack(state), 'PX', string.format('%.0f', KEPT_MS + (last - now + 2 * window) / 1000))
return cjson.encode(reply)
