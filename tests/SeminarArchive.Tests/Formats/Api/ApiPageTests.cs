namespace SeminarArchive.Tests.Formats.Api;

public sealed class ApiPageTests(AwkwardArchive archive) : IClassFixture<AwkwardArchive>
{
    [Fact]
    public async Task Tells_people_what_the_document_tells_programs()
    {
        var page = await archive.Site.GetPageAsync("/api/");
        var document = System.Text.Json.Nodes.JsonNode.Parse(await archive.Site.GetStringAsync("/api/openapi.json"))!;
        var operations = document["paths"]!.AsObject().Select(p => (Path: p.Key, Operation: p.Value!["get"]!)).ToList();
        var schemas = document["components"]!["schemas"]!.AsObject();

        Assert.Equal(["What can be asked", .. operations.Select(o => $"{o.Operation["summary"]}"), "What is answered", "Problems"], page.Texts("main h2"));
        Assert.Equal(schemas.Select(s => s.Key), page.Texts("main h3[id]"));
        Assert.Equal(
            [.. operations.SelectMany(o => o.Operation["parameters"]?.AsArray() ?? []).Select(p => $"{p!["name"]}"), .. schemas.SelectMany(s => s.Value!["properties"]?.AsObject().Select(p => p.Key) ?? [])],
            page.Texts("main dt > code"));
        Assert.Equal(operations.Select(o => $"GET {o.Path}"), page.Texts("main p > code").Where(c => c.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Equal(operations.Select(o => $"GET {o.Operation["x-example-request"]}"), page.Texts("main pre").Where(c => c.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Equal(
            operations.Select(o => o.Operation["responses"]!["200"]!["content"]!["application/json"]!["example"]!.ToJsonString()),
            page.Texts("main pre").Where(c => c.StartsWith('{')).Select(c => System.Text.Json.Nodes.JsonNode.Parse(c)!.ToJsonString()));
        Assert.DoesNotContain('`', page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Every_problem_leads_to_its_description()
    {
        var page = await archive.Site.GetPageAsync("/api/");
        var problem = await archive.AskAsync("/api/seminars/gone", System.Net.HttpStatusCode.Gone);

        Assert.NotNull(page.GetElementById(new Uri($"{problem["type"]}").Fragment[1..]));
        Assert.Equal("/api/openapi.json", page.Links("header.lead a").Single());
        Assert.Equal("API", (await archive.Site.GetPageAsync("/")).Text("footer a[href='/api/']"));
    }
}
