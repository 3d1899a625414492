using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SeminarArchive.Benchmarks;

/// <summary>Asks a mix of searches or pages and prints what each kind took, and which were the slowest.</summary>
internal static class LatencyRun
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(45);

    /// <summary>Searches of every kind in equal shares; the order is shuffled, always in the same way. What it prints is milliseconds.</summary>
    public static async Task SearchesAsync(MeasuredSite site, int requests, int connections, TextWriter print)
    {
        var mix = new SearchMix(await Vocabulary.OfAsync(site));
        var share = Math.Max(1, requests / SearchMix.Kinds.Count);
        var answers = await MeasureAsync(site, SearchMix.Kinds.Select(kind => (kind, mix.Of(kind, share + WarmUp(share)))), share, connections, print);
        foreach (var kind in SearchMix.Kinds.Where(k => k != SearchMix.Suggestions)) Print(print, kind, answers.Where(a => a.Kind == kind));
        Print(print, "all searches", answers.Where(a => a.Kind != SearchMix.Suggestions));
        print.WriteLine(new string('-', 77));
        Print(print, SearchMix.Suggestions, answers.Where(a => a.Kind == SearchMix.Suggestions));
        Slowest(print, answers);
    }

    /// <summary>The same for pages.</summary>
    public static async Task PagesAsync(MeasuredSite site, int requests, int connections, TextWriter print)
    {
        var mix = (await PageMix.OfAsync(site)).Addresses;
        var answers = await MeasureAsync(site, mix.Select(kind => (kind.Key, kind.Value)), Math.Max(1, requests / mix.Count), connections, print);
        foreach (var kind in mix.Keys) Print(print, kind, answers.Where(a => a.Kind == kind));
        Slowest(print, answers);
    }

    // As many addresses more for the warm-up as make the code hot, and none of those that are measured.
    private static int WarmUp(int share) => Math.Clamp(share / 4, 10, 50);

    private static async Task<IReadOnlyCollection<(string Kind, Answer Answer)>> MeasureAsync(MeasuredSite site, IEnumerable<(string Kind, IReadOnlyList<string> Addresses)> kinds, int share, int connections, TextWriter print)
    {
        // A small archive has few addresses of some kinds; half of them are measured even so.
        var questions = kinds.Select(k => (k.Kind, k.Addresses, Warm: Math.Min(WarmUp(share), k.Addresses.Count / 2))).ToList();
        var measured = questions.SelectMany(q => q.Addresses.Skip(q.Warm).Take(share).Select(a => (q.Kind, Address: a))).ToArray();
        new Random(1).Shuffle(measured);

        // Again and again, until the compiler has done with what they run through.
        var warming = questions.SelectMany(q => q.Addresses.Take(q.Warm).Select(a => (q.Kind, Address: a))).ToArray();
        for (var hot = Stopwatch.StartNew(); warming.Length > 0 && hot.Elapsed < Warming;) await AskAsync(site, warming, connections);
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var answers = await AskAsync(site, measured, connections);
        watch.Stop();
        await using var archive = site.OpenRead();
        print.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{archive.Seminars.Count():N0} seminars; started in {site.Start.TotalSeconds:0.0} s; {answers.Count:N0} requests, {connections} at a time, in {watch.Elapsed.TotalSeconds:0.0} s; {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        print.WriteLine();
        print.WriteLine($"{"ms",-26}{"n",6}{"p50",9}{"p95",9}{"p99",9}{"max",9}{"cpu",9}  not 200");
        return answers;
    }

    private static void Slowest(TextWriter print, IEnumerable<(string Kind, Answer Answer)> answers)
    {
        print.WriteLine();
        foreach (var (_, slow) in answers.OrderByDescending(a => a.Answer.Elapsed).Take(5))
        {
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slow.Elapsed.TotalMilliseconds,9:0.000}  {slow.Status}  {(slow.Address.Length > 140 ? slow.Address[..140] + "…" : slow.Address)}"));
        }
    }

    private static async Task<IReadOnlyCollection<(string Kind, Answer Answer)>> AskAsync(MeasuredSite site, (string Kind, string Address)[] questions, int connections)
    {
        var (waiting, answers) = (new ConcurrentQueue<(string Kind, string Address)>(questions), new ConcurrentBag<(string Kind, Answer Answer)>());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var next)) answers.Add((next.Kind, await site.AskAsync(next.Address)));
        })));
        return answers;
    }

    // Times are of answers with status 200; the others are counted beside them.
    private static void Print(TextWriter print, string name, IEnumerable<(string Kind, Answer Answer)> all)
    {
        var answers = all.Select(a => a.Answer).ToList();
        var times = answers.Where(a => a.Status == 200).Select(a => a.Elapsed).Order().ToList();
        var others = answers.Where(a => a.Status != 200).CountBy(a => a.Status).OrderBy(s => s.Key).Select(s => $"{s.Value} × {s.Key}");
        // The mean of the whole process, the collector's and the compiler's share in it: meaningful for one request at a time, and on a busy machine too.
        var cpu = answers.Count == 0 ? 0 : answers.Average(a => a.Cpu.TotalMilliseconds);
        print.WriteLine($"{name,-26}{answers.Count,6}{At(0.50),9}{At(0.95),9}{At(0.99),9}{At(1),9}{cpu.ToString("0.000", CultureInfo.InvariantCulture),9}  {string.Join(", ", others)}");

        string At(double share) => times.Count == 0 ? "–" : times[Math.Max(0, (int)Math.Ceiling(share * times.Count) - 1)].TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);
    }
}
