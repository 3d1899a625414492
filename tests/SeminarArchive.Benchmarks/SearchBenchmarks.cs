using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using SeminarArchive.Web;

namespace SeminarArchive.Benchmarks;

/// <summary>
/// One search page of each kind, in turn out of twenty. Over the demonstration archive, or the content folder that the environment variable
/// <c>BENCHMARK_CONTENT</c> names. Short, and in this process: what is measured is far above the noise that BenchmarkDotNet's own builds remove.
/// </summary>
[Config(typeof(Short))]
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private MeasuredSite _site = null!;
    private IReadOnlyList<string> _addresses = [];
    private int _turn;

    public static IEnumerable<string> Kinds => SearchMix.Kinds;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public async Task StartAsync()
    {
        _site = await MeasuredSite.StartAsync(Environment.GetEnvironmentVariable("BENCHMARK_CONTENT") ?? Path.Combine(Home.Repository!, "tests", "demo-content"), null);
        _addresses = new SearchMix(await Vocabulary.OfAsync(_site)).Of(Kind, 20);
    }

    [GlobalCleanup]
    public async Task StopAsync() => await _site.DisposeAsync();

    /// <summary>The status, so that nothing is optimised away.</summary>
    [Benchmark]
    public async Task<int> Search() => (await _site.AskAsync(_addresses[_turn++ % _addresses.Count])).Status;

    private sealed class Short : ManualConfig
    {
        public Short()
        {
            AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(250)));
            ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "results");
        }
    }
}
