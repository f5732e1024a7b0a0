-- One run that many workers share: what is done, and who is at what (docs/adr/0008-shared-runs.md).
--
-- All of it is in one hash, so that it is lost as a whole or not at all:
--   meta         what is below in `state`
--   r<number>    a line of the journal, behind the generation in which it was written
--   l<SHA-1>     that a line is there: none is there twice
--   s<thing>     d: it is done; f<generation>: it was done in vain
--   c<thing>     the epoch, and the worker that has it
-- A run of workers that overlap is a generation. A worker has what it claimed for as long as its lease lasts. A state that may have
-- lost something has another epoch: all workers join anew, and say what they have and what they know.
--
-- KEYS[1]  the hash
-- ARGV[1]  the request, JSON: messages.rs describes it
-- ARGV[2]  what the channels of the workers begin with: each that takes part listens on one, so that others see that it is there
-- Replies with JSON.

local SECOND = 1000000
-- A worker that says nothing for so long has nothing any more; it sends nothing by itself after less (keeper.rs).
local LEASE = 15 * SECOND
-- How many lines come with one reply.
local LINES = 500

local key, request, channel = KEYS[1], cjson.decode(ARGV[1]), ARGV[2]
local me = request.worker

local time = redis.call('TIME')
local clock = tonumber(time[1]) * SECOND + tonumber(time[2])

local stored = redis.call('HGET', key, 'meta')
local state = stored and cmsgpack.unpack(stored)

if request.visit and request.visit ~= 'write' and not state then
  return cjson.encode({ is_absent = true })
end

local function new_epoch()
  return string.format('%.0f-', clock) .. me
end

-- For how long nothing may be claimed in a state that is new: what was claimed in one that is lost may be in the works.
local function quiet_time()
  local listening = redis.call('PUBSUB', 'CHANNELS', (channel:gsub('[%[%]?*\\]', '\\%0')) .. '*')
  local promoted = redis.call('INFO', 'replication'):match('second_repl_offset:(%-?%d+)')
  if request.had_state or #listening > 0 or (tonumber(promoted) or -1) >= 0 then
    return LEASE
  end
  local uptime = redis.call('INFO', 'server'):match('uptime_in_seconds:(%d+)')
  return math.max(0, LEASE - (tonumber(uptime) or 0) * SECOND)
end

if not state then
  state = {
    epoch = new_epoch(), server = request.server, history = request.history, kind = request.kind,
    -- Of a clock that was put back: added, so that time goes on from where it was.
    offset = 0, now = 0, quiet_until = clock + quiet_time(),
    generation = '', parameters = '', lines = 0, done = 0, failed = 0, members = {},
  }
elseif request.server ~= state.server or request.history ~= state.history then
  if not request.visit or request.visit == 'write' then
    -- This server was started again, or made the master: it may have what was there some time ago.
    state.epoch, state.server, state.history, state.members = new_epoch(), request.server, request.history, {}
    state.quiet_until = math.max(clock + state.offset, state.now) + LEASE
  end
end
if clock + state.offset < state.now then
  state.offset = state.now - clock
end
local now = clock + state.offset
state.now = now

local reply = { epoch = state.epoch, kind = state.kind }

local function save()
  redis.call('HSET', key, 'meta', cmsgpack.pack(state))
end

if request.kind ~= state.kind then
  if request.visit ~= 'read' and request.visit ~= 'show' then
    reply.is_of_another_kind = true
    return cjson.encode(reply)
  end
end

for name, member in pairs(state.members) do
  if member.lease <= now then
    state.members[name] = nil
  end
end

local function owner_of(claim)
  local epoch, worker = (claim or ''):match('^(%S+) (%S+)$')
  return epoch == state.epoch and state.members[worker] and worker or nil
end

local function claim(thing)
  redis.call('HSET', key, 'c' .. thing, state.epoch .. ' ' .. me)
end

local function release(thing)
  if owner_of(redis.call('HGET', key, 'c' .. thing)) == me then
    redis.call('HDEL', key, 'c' .. thing)
  end
end

local function append(line, generation)
  local id = 'l' .. redis.sha1hex(line)
  if redis.call('HSETNX', key, id, '') == 1 then
    state.lines = state.lines + 1
    redis.call('HSET', key, 'r' .. state.lines, generation .. ' ' .. line)
  end
end

local function record(record)
  local status = redis.call('HGET', key, 's' .. record.thing)
  local generation = record.is_now and state.generation or '0'
  if record.line then
    append(record.line, generation)
  end
  if record.is_done then
    if status ~= 'd' then
      state.done = state.done + 1
      state.failed = state.failed - (status and 1 or 0)
      redis.call('HSET', key, 's' .. record.thing, 'd')
    end
    redis.call('HDEL', key, 'c' .. record.thing)
  else
    if not status then
      state.failed = state.failed + 1
    end
    if not status or record.is_now and status ~= 'd' then
      redis.call('HSET', key, 's' .. record.thing, 'f' .. generation)
    end
    release(record.thing)
  end
end

-- Takes the worker in; gives whether it may be.
local function join(with)
  local others = 0
  for name in pairs(state.members) do
    others = others + (name == me and 0 or 1)
  end
  if others == 0 then
    if request.generation == '' or request.generation ~= state.generation then
      state.generation = string.format('%.0f', now)
    end
    state.parameters = request.parameters
  elseif request.parameters ~= state.parameters then
    reply.parameters = state.parameters
    return false
  end
  state.members[me] = { lease = now + LEASE, restores = with.restores or with.knows and request.epoch ~= state.epoch }
  local lost = {}
  for _, thing in ipairs(with.held or {}) do
    local found = redis.call('HMGET', key, 's' .. thing, 'c' .. thing)
    local owner = owner_of(found[2])
    if found[1] == 'd' or owner and owner ~= me then
      lost[#lost + 1] = thing
    else
      claim(thing)
    end
  end
  -- An empty table would become an object.
  reply.lost = #lost > 0 and lost or nil
  return true
end

-- What becomes of things that the worker asks for, a letter for each: c, it is the worker's now; b, another's; d, done;
-- f, done in vain; n, nobody's.
local function answer(ask, is_quiet)
  local letters, left = {}, is_quiet and 0 or ask.want
  for _, thing in ipairs(ask.things or {}) do
    local found = redis.call('HMGET', key, 's' .. thing, 'c' .. thing)
    local status, owner = found[1], owner_of(found[2])
    local letter = 'n'
    if status == 'd' then
      letter = 'd'
    elseif status == 'f' .. state.generation then
      letter = 'f'
    elseif owner and owner ~= me then
      letter = 'b'
    elseif left > 0 then
      left = left - 1
      claim(thing)
      letter = 'c'
    end
    letters[#letters + 1] = letter
  end
  return table.concat(letters)
end

local function read_lines(cursor)
  local last = math.min(cursor + LINES, state.lines)
  local names = {}
  for number = cursor + 1, last do
    names[#names + 1] = 'r' .. number
  end
  reply.lines = #names > 0 and redis.call('HMGET', key, unpack(names)) or nil
  reply.cursor, reply.total = last, state.lines
end

local function count(members)
  local number = 0
  for _ in pairs(members) do
    number = number + 1
  end
  return number
end

if request.visit then
  if request.visit == 'write' then
    for _, it in ipairs(request.records or {}) do
      record(it)
    end
    save()
  elseif request.visit == 'read' then
    read_lines(request.cursor)
  end
  reply.members, reply.done, reply.failed, reply.total = count(state.members), state.done, state.failed, state.lines
  return cjson.encode(reply)
end

local is_known = state.members[me] and request.epoch == state.epoch
if not is_known and not request.join then
  reply.is_unknown = true
elseif is_known and not request.join or join(request.join) then
  local member = state.members[me]
  member.lease = now + LEASE
  if request.restored then
    member.restores = false
  end
  for _, it in ipairs(request.records or {}) do
    record(it)
  end
  for _, thing in ipairs(request.released or {}) do
    release(thing)
  end
  local is_quiet = now < state.quiet_until
  for _, other in pairs(state.members) do
    is_quiet = is_quiet or other.restores
  end
  local answers = {}
  for _, ask in ipairs(request.asks or {}) do
    answers[#answers + 1] = answer(ask, is_quiet)
  end
  reply.answers = #answers > 0 and answers or nil
  reply.is_quiet = is_quiet
  read_lines(request.epoch == state.epoch and request.cursor or 0)
  reply.generation, reply.members = state.generation, count(state.members)
  if request.leaves then
    state.members[me] = nil
  end
end
save()
return cjson.encode(reply)
