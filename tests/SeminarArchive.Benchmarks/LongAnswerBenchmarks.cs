using BenchmarkDotNet.Attributes;

namespace SeminarArchive.Benchmarks;

/// <summary>Answers as long as the archive.</summary>
public class LongAnswerBenchmarks : AnswerBenchmarks
{
    [Params("/all/", "/sitemap.xml", "/cite.bib", "/calendar.ics", "/export/seminars.csv", "/export/seminars.jsonl")]
    public string Address { get; set; } = "";

    internal override Task<IReadOnlyList<string>> AddressesAsync(MeasuredSite site) => Task.FromResult<IReadOnlyList<string>>([Address]);
}
