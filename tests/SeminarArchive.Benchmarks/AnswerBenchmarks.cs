using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SeminarArchive.Web;

namespace SeminarArchive.Benchmarks;

/// <summary>
/// Answers made anew, and the same from memory. Over the demonstration archive, or the content folder that the environment variable
/// <c>BENCHMARK_CONTENT</c> names.
/// </summary>
[Config(typeof(Plain))]
[MemoryDiagnoser]
public abstract class AnswerBenchmarks
{
    private MeasuredSite _site = null!;
    private IReadOnlyList<string> _addresses = [];
    private int _turn;

    [GlobalSetup(Target = nameof(Render))]
    public Task StartAsync() => StartAsync(keeps: false);

    [GlobalSetup(Target = nameof(Hit))]
    public Task StartKeepingAsync() => StartAsync(keeps: true);

    [GlobalCleanup]
    public async Task StopAsync() => await _site.DisposeAsync();

    /// <summary>The status, so that nothing is optimised away.</summary>
    [Benchmark]
    public async Task<int> Render() => (await _site.AskAsync(_addresses[_turn++ % _addresses.Count])).Status;

    /// <inheritdoc cref="Render"/>
    [Benchmark]
    public async Task<int> Hit() => (await _site.AskAsync(_addresses[_turn++ % _addresses.Count])).Status;

    /// <summary>What is asked for, in turn.</summary>
    internal abstract Task<IReadOnlyList<string>> AddressesAsync(MeasuredSite site);

    private async Task StartAsync(bool keeps)
    {
        _site = await MeasuredSite.StartAsync(Environment.GetEnvironmentVariable("BENCHMARK_CONTENT") ?? Path.Combine(Home.Repository!, "tests", "demo-content"), null, keeps);
        _addresses = await AddressesAsync(_site);
    }

    private sealed class Plain : ManualConfig
    {
        public Plain()
        {
            AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "results");
        }
    }
}
