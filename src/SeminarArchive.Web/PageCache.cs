using System.Collections.Concurrent;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>What an answer depends on besides the archive: where it was asked for, as far as that goes into it, and what.</summary>
/// <param name="Scheme">Empty where the public address is configured, as is the host.</param>
/// <param name="Target">Path, and of the query what the page reads, in an order of its own.</param>
/// <param name="ForBrowsers">The form for browsers, of what has one.</param>
public readonly record struct PageKey(string Scheme, string Host, string Target, bool ForBrowsers = false);

/// <summary>
/// Answers kept in memory while the archive stays as it is: each is made once, by one of those who ask for it while the others wait.
/// All go together when the archive changes; the most asked for are then made again before somebody asks. Never more bytes than it is given: what was not asked for longest goes first. Copies of long answers that are just being made come on top, a quarter of that at most.
/// </summary>
public sealed partial class PageCache : IDisposable
{
    // So many are made again after a change, and only what was asked for more than once.
    private const int MostRenewed = 200;

    // Of the room for all. A long answer beyond this is made anew for everybody.
    private const int LongShare = 16;

    // Copies of long answers that are being made at a time, beside the room.
    private const int MostCopies = 4;

    // What most clients take has long been taken then.
    private static readonly TimeSpan LongestCopying = TimeSpan.FromSeconds(20);

    private readonly ArchiveMoments _moments;
    private readonly ILogger<PageCache> _log;
    private readonly long _room;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _turning = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<(Generation, PageKey), LongCopy> _copies = [];
    private CancellationTokenSource _renewing = new();
    private volatile Generation? _generation;

    public PageCache(ArchiveMoments moments, SiteOptions site, IHostEnvironment environment, TimeProvider clock, ILogger<PageCache> log)
    {
        (_moments, _clock, _log) = (moments, clock, log);
        _room = environment.IsDevelopment() ? 0 : site.CacheMegabytes * 1_000_000L;
        _moments.Passed += (_, _) => _ = RenewAsync();
    }

    /// <summary>Answers there are now, and their bytes.</summary>
    public (int Pages, long Bytes) Held => _generation is { } generation ? (generation.Made.Count, generation.Bytes) : (0, 0);

    /// <summary>The answer if it is there already and the archive is still as it was; else null.</summary>
    public KeptPage? Find(PageKey key)
    {
        if (_generation is not { } generation || !ReferenceEquals(generation.Moment, _moments.Now()) || !generation.Made.TryGetValue(key, out var made)) return null;
        made.Page.Touch();
        return made.Page;
    }

    /// <summary>The answer, made now if it is not there. What is not found is not kept, nor is what may not be.</summary>
    /// <param name="make">Makes the answer; may be called again, later, by nobody's request.</param>
    public async Task<KeptPage> GetAsync(PageKey key, ArchiveMoment moment, Func<Task<KeptPage>> make)
    {
        var generation = Of(moment);
        if (generation.Made.TryGetValue(key, out var made))
        {
            made.Page.Touch();
            return made.Page;
        }

        var making = generation.Making.GetOrAdd(key, _ => new Lazy<Task<KeptPage>>(() => MakeAsync(generation, key, make)));
        try
        {
            return await making.Value;
        }
        finally
        {
            generation.Making.TryRemove(new(key, making));
        }
    }

    /// <summary>
    /// To keep an answer that is sent while it is made. Null when it is not to be kept: somebody else's copy of it is just being made, there are enough of others,
    /// or it was too long before. Who is given one calls <see cref="EndLong"/> in the end.
    /// </summary>
    /// <param name="underWay">Somebody else's copy, which it may pay to wait for.</param>
    public LongCopy? BeginLong(PageKey key, ArchiveMoment moment, out LongCopy? underWay)
    {
        var (room, generation) = (_room / LongShare, Of(moment));
        underWay = null;
        if (room == 0 || generation.TooLong.ContainsKey(key)) return null;

        lock (_copies)
        {
            // A client that takes its time, or nothing any more, keeps nobody else's from being made.
            foreach (var (of, slow) in _copies.Where(c => _clock.GetElapsedTime(c.Value.Started) > LongestCopying).ToList())
            {
                slow.GiveUp();
                _copies.Remove(of);
            }

            if (_copies.TryGetValue((generation, key), out underWay) || _copies.Count >= MostCopies) return null;
            return _copies[(generation, key)] = new LongCopy(room, _clock.GetTimestamp());
        }
    }

    /// <param name="page">The answer; null when there is none to keep.</param>
    public void EndLong(PageKey key, ArchiveMoment moment, LongCopy copy, KeptPage? page)
    {
        var generation = Of(moment);
        if (page is not null) Add(generation, key, page, make: null);
        if (copy.IsTooLong) generation.TooLong.TryAdd(key, true);
        copy.GiveUp();
        lock (_copies)
        {
            foreach (var (of, _) in _copies.Where(c => c.Value == copy).ToList()) _copies.Remove(of);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _renewing.Dispose();
    }

    private async Task<KeptPage> MakeAsync(Generation generation, PageKey key, Func<Task<KeptPage>> make)
    {
        var page = await make();
        if (page.Status is StatusCodes.Status200OK or StatusCodes.Status410Gone) Add(generation, key, page, make);
        return page;
    }

    private void Add(Generation generation, PageKey key, KeptPage page, Func<Task<KeptPage>>? make)
    {
        page.Touch();
        if (_room == 0 || !page.MayBeKept || page.Size >= _room / 4 || !generation.Made.TryAdd(key, new Kept(page, make))) return;
        if (Interlocked.Add(ref generation.Bytes, page.Size) > _room) MakeRoom(generation);
    }

    private Generation Of(ArchiveMoment moment)
    {
        if (_generation is { } now && ReferenceEquals(now.Moment, moment)) return now;

        lock (_turning)
        {
            if (_generation is { } turned && ReferenceEquals(turned.Moment, moment)) return turned;
            // Who began before the change keeps to the archive as it was; what they make is nobody else's.
            if (!ReferenceEquals(_moments.Now(), moment)) return new Generation(moment);
            return _generation = new Generation(moment);
        }
    }

    // A tenth more than must go, so that it need not be done for every page.
    private void MakeRoom(Generation generation)
    {
        lock (generation)
        {
            var left = Volatile.Read(ref generation.Bytes) - (_room * 9 / 10);
            if (left <= 0) return;

            foreach (var (key, made) in generation.Made.OrderBy(m => m.Value.Page.LastAsked))
            {
                if (left <= 0) break;
                if (!generation.Made.TryRemove(key, out _)) continue;
                left -= made.Page.Size;
                Interlocked.Add(ref generation.Bytes, -made.Page.Size);
            }
        }
    }

    // In the order in which they will be missed, one at a time: visitors go first.
    private async Task RenewAsync()
    {
        if (_generation is not { } before || _stop.IsCancellationRequested) return;

        CancellationToken cancel;
        lock (_turning)
        {
            _renewing.Cancel();
            _renewing.Dispose();
            _renewing = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            cancel = _renewing.Token;
        }

        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        foreach (var (key, made) in before.Made.Where(m => m.Value is { Make: not null, Page.Asked: > 2 }).OrderByDescending(m => m.Value.Page.Asked).Take(MostRenewed).ToList())
        {
            if (cancel.IsCancellationRequested || _moments.Now() is not { } moment) return;
            try
            {
                await GetAsync(key, moment, made.Make!);
            }
            catch (Exception e)
            {
                // Whoever asks for it will be told; the others can be made all the same.
                if (!cancel.IsCancellationRequested) LogNotRenewed(key.Target, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "After a change {Target} could not be made again")]
    private partial void LogNotRenewed(string target, Exception failure);

    // Long answers are made again for visitors only.
    private sealed record Kept(KeptPage Page, Func<Task<KeptPage>>? Make);

    private sealed class Generation(ArchiveMoment moment)
    {
        public long Bytes;

        public ArchiveMoment Moment { get; } = moment;

        public ConcurrentDictionary<PageKey, Kept> Made { get; } = new();

        public ConcurrentDictionary<PageKey, Lazy<Task<KeptPage>>> Making { get; } = new();

        /// <summary>The answers that turned out too long to be kept.</summary>
        public ConcurrentDictionary<PageKey, bool> TooLong { get; } = new();
    }
}
