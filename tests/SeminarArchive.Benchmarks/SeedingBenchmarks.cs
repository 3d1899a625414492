using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Web;

namespace SeminarArchive.Benchmarks;

/// <summary>
/// From the files to the database: reading all of them, building the archive, a seeding that finds nothing changed, and one that finds one file
/// changed. Over the demonstration archive, or the content folder that the environment variable <c>BENCHMARK_CONTENT</c> names, which stays as it is.
/// </summary>
[Config(typeof(Few))]
[MemoryDiagnoser]
public class SeedingBenchmarks
{
    private readonly string _data = Directory.CreateTempSubdirectory("seminars-").FullName;
    private readonly string _copy = Directory.CreateTempSubdirectory("seminars-").FullName;
    private ContentFolder _content = null!;
    private Seeder _seeder = null!;
    private string _changing = "";
    private int _turn;

    [GlobalSetup]
    public async Task CopyAsync()
    {
        var original = new ContentFolder(Environment.GetEnvironmentVariable("BENCHMARK_CONTENT") ?? Path.Combine(Home.Repository!, "tests", "demo-content"));
        foreach (var entry in original.Seminars())
        {
            var to = Path.Combine(_copy, entry.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(original.Root, entry.Path), to);
        }

        _content = new ContentFolder(_copy);
        _changing = _content.Seminars()[0].Path;
        _seeder = Over("kept");
        await _seeder.SeedAsync();
    }

    [GlobalCleanup]
    public void Delete()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_copy, recursive: true);
    }

    /// <summary>How many could be read.</summary>
    [Benchmark]
    public async Task<int> Read()
    {
        var read = 0;
        await foreach (var reading in _content.ReadAsync(_content.Seminars())) read += reading.Seminar is null ? 0 : 1;
        return read;
    }

    [Benchmark]
    public async Task<int> Build()
    {
        var name = $"built-{_turn++}";
        var written = (await Over(name).SeedAsync()).Written;
        Directory.Delete(Path.Combine(_data, name), recursive: true);
        return written;
    }

    [Benchmark]
    public async Task<int> LookAgain() => (await _seeder.SeedAsync()).Read;

    [Benchmark]
    public async Task<int> TakeInOne()
    {
        await File.AppendAllTextAsync(Path.Combine(_copy, _changing), $"\nOnce more {_turn++}.\n");
        return (await _seeder.SeedAsync([_changing])).Written;
    }

    private Seeder Over(string name) => new(new ArchiveFile(Path.Combine(_data, name)), _content, TimeZoneInfo.Utc, TimeProvider.System);

    private sealed class Few : ManualConfig
    {
        public Few()
        {
            AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(1).WithUnrollFactor(1));
            ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "results");
        }
    }
}
