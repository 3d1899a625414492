using BenchmarkDotNet.Attributes;

namespace SeminarArchive.Benchmarks;

/// <summary>One page of each kind, in turn out of twenty.</summary>
public class PageBenchmarks : AnswerBenchmarks
{
    [Params("listing, newest pages", "listing, oldest pages", "largest category, newest", "speaker", "seminar")]
    public string Kind { get; set; } = "";

    internal override async Task<IReadOnlyList<string>> AddressesAsync(MeasuredSite site) => [.. (await PageMix.OfAsync(site)).Addresses[Kind].Take(20)];
}
