using System.CommandLine;
using BenchmarkDotNet.Running;

namespace SeminarArchive.Benchmarks;

/// <summary><c>latency</c> measures a mix of searches, <c>pages</c> one of pages; any other arguments are BenchmarkDotNet's.</summary>
internal static class Entry
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["latency" or "pages", ..])
        {
            return await new RootCommand("Measures the site.")
            {
                Command("latency", "Asks a mix of searches, no address twice, and prints how long the site took.", LatencyRun.SearchesAsync),
                Command("pages", "The same for pages, each made anew.", LatencyRun.PagesAsync),
            }.Parse(args).InvokeAsync();
        }

        BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
        return 0;
    }

    private static Command Command(string name, string description, Func<MeasuredSite, int, int, TextWriter, Task> run)
    {
        var content = new Option<string>("--content") { Required = true, Description = "The content folder, which holds seminars/." };
        var data = new Option<string?>("--data") { Description = "Where the database is kept for the next run; without it, it is made anew and deleted afterwards." };
        var requests = new Option<int>("--requests") { DefaultValueFactory = _ => 2000, Description = "How many, all kinds together." };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 1, Description = "How many at a time." };
        var command = new Command(name, description) { content, data, requests, connections };
        command.SetAction(async (parsed, _) =>
        {
            await using var site = await MeasuredSite.StartAsync(parsed.GetRequiredValue(content), parsed.GetValue(data));
            await run(site, parsed.GetValue(requests), parsed.GetValue(connections), Console.Out);
        });
        return command;
    }
}
