using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SeminarArchive.Benchmarks;

/// <summary>Asks a mix of searches and prints what each kind took, and which were the slowest.</summary>
internal static class LatencyRun
{
    /// <summary>Every kind has the same share; the order is shuffled, always in the same way. What it prints is milliseconds.</summary>
    public static async Task RunAsync(MeasuredSite site, int requests, int connections, TextWriter print)
    {
        var vocabulary = await Vocabulary.OfAsync(site);
        var mix = new SearchMix(vocabulary);
        var share = Math.Max(1, requests / SearchMix.Kinds.Count);
        // As many addresses more for the warm-up as make the code hot, and none of those that are measured.
        var warm = Math.Clamp(share / 4, 10, 50);
        var questions = SearchMix.Kinds.Select(kind => (Kind: kind, Addresses: mix.Of(kind, share + warm))).ToList();
        var measured = questions.SelectMany(q => q.Addresses.Skip(Warm(q.Addresses)).Select(a => (q.Kind, Address: a))).ToArray();
        new Random(1).Shuffle(measured);

        await AskAsync(site, [.. questions.SelectMany(q => q.Addresses.Take(Warm(q.Addresses)).Select(a => (q.Kind, Address: a)))], connections);
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var answers = await AskAsync(site, measured, connections);
        watch.Stop();

        print.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{vocabulary.Seminars:N0} seminars; started in {site.Start.TotalSeconds:0.0} s; {answers.Count:N0} requests, {connections} at a time, in {watch.Elapsed.TotalSeconds:0.0} s; {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        print.WriteLine();
        print.WriteLine($"{"ms",-26}{"n",6}{"p50",9}{"p95",9}{"p99",9}{"max",9}  not 200");
        foreach (var kind in SearchMix.Kinds.Where(k => k != SearchMix.Suggestions)) Print(print, kind, answers.Where(a => a.Kind == kind));
        Print(print, "all searches", answers.Where(a => a.Kind != SearchMix.Suggestions));
        print.WriteLine(new string('-', 77));
        Print(print, SearchMix.Suggestions, answers.Where(a => a.Kind == SearchMix.Suggestions));
        print.WriteLine();
        foreach (var (_, slow) in answers.OrderByDescending(a => a.Answer.Elapsed).Take(5))
        {
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slow.Elapsed.TotalMilliseconds,9:0.000}  {slow.Status}  {(slow.Address.Length > 140 ? slow.Address[..140] + "…" : slow.Address)}"));
        }

        // A small archive has few addresses of some kinds; half of them are measured even so.
        int Warm(IReadOnlyList<string> addresses) => Math.Min(warm, addresses.Count / 2);
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
        print.WriteLine($"{name,-26}{answers.Count,6}{At(0.50),9}{At(0.95),9}{At(0.99),9}{At(1),9}  {string.Join(", ", others)}");

        string At(double share) => times.Count == 0 ? "–" : times[Math.Max(0, (int)Math.Ceiling(share * times.Count) - 1)].TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);
    }
}
