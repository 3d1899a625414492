using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.OpenApi;

namespace SeminarArchive.Tests.Formats.Api;

/// <summary>What the API says of itself is true of what it answers.</summary>
public sealed class ApiDocumentTests(AwkwardArchive archive) : IClassFixture<AwkwardArchive>
{
    private const string Document = "/api/openapi.json";

    // Every operation with addresses that bring out all it can answer.
    private static readonly Dictionary<string, (string Address, HttpStatusCode Status)[]> Asked = new(StringComparer.Ordinal)
    {
        ["listSeminars"] =
        [
            ("/api/seminars", HttpStatusCode.OK), ("/api/seminars?limit=3&sort=oldest&expand=abstract", HttpStatusCode.OK), ("/api/seminars?q=knots&limit=1", HttpStatusCode.OK),
            ("/api/seminars?q=knts&expand=abstract", HttpStatusCode.OK), ("/api/seminars?tag=none", HttpStatusCode.OK), ("/api/seminars?year=x", HttpStatusCode.BadRequest), ("/api/seminars?q=knots&cursor=x", HttpStatusCode.BadRequest),
        ],
        ["getSeminar"] =
        [
            .. new[] { "to-come", "two-speakers", "offset", "same-day-a", "%E6%97%A5%E6%9C%AC", "month-only", "year-only", "first", "bare" }.Select(s => ($"/api/seminars/{s}", HttpStatusCode.OK)),
            ("/api/seminars/none", HttpStatusCode.NotFound), ("/api/seminars/draft", HttpStatusCode.NotFound), ("/api/seminars/gone", HttpStatusCode.Gone), ("/api/seminars/deleted", HttpStatusCode.Gone), ("/api/seminars/first?x=1", HttpStatusCode.BadRequest),
        ],
        ["listSpeakers"] = [("/api/speakers", HttpStatusCode.OK), ("/api/speakers?limit=1", HttpStatusCode.OK), ("/api/speakers?limit=0", HttpStatusCode.BadRequest)],
        ["getSpeaker"] = [("/api/speakers/ada-lovelace", HttpStatusCode.OK), ("/api/speakers/lukasz-zolc", HttpStatusCode.OK), ("/api/speakers/none", HttpStatusCode.NotFound)],
        ["listAuthors"] = [("/api/authors", HttpStatusCode.OK), ("/api/authors?cursor=x", HttpStatusCode.BadRequest)],
        ["listCategories"] = [("/api/categories", HttpStatusCode.OK)],
        ["listAffiliations"] = [("/api/affiliations?limit=1", HttpStatusCode.OK)],
        ["listTags"] = [("/api/tags", HttpStatusCode.OK)],
        ["listYears"] = [("/api/years", HttpStatusCode.OK), ("/api/years?limit=1", HttpStatusCode.BadRequest)],
    };

    [Fact]
    public async Task Is_sound_by_the_rules_of_OpenAPI_and_holds_the_operations_of_the_API_alone()
    {
        var text = await archive.Site.GetStringAsync(Document);
        var read = OpenApiDocument.Parse(text, "json");

        Assert.Equal([], read.Diagnostic!.Errors.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.Equal([], read.Diagnostic.Warnings.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.Equal((OpenApiSpecVersion.OpenApi3_1, "https://seminars.example.org"), (read.Diagnostic.SpecificationVersion, Assert.Single(read.Document!.Servers!).Url));
        Assert.Equal(
            ["/api/seminars", "/api/seminars/{slug}", "/api/speakers", "/api/speakers/{slug}", "/api/authors", "/api/categories", "/api/affiliations", "/api/tags", "/api/years"],
            read.Document.Paths.Keys);
        Assert.Equal(Asked.Keys, read.Document.Paths.Values.SelectMany(p => p.Operations!).Select(o => $"{(o.Key == HttpMethod.Get ? "" : o.Key)}{o.Value.OperationId}"));
        Assert.All(Described(JsonNode.Parse(text)!), d => Assert.True(d.Text is { Length: > 0 }, d.Of));
    }

    [Fact]
    public async Task Is_the_same_in_every_archive_with_the_same_settings()
    {
        await using var other = await Site.With([("Site:BaseUrl", "https://seminars.example.org")]);

        Assert.Equal(await archive.Site.GetStringAsync(Document), await other.GetStringAsync(Document));
        Assert.Equal(await archive.Site.GetStringAsync(Document), await archive.Site.GetStringAsync(Document));
    }

    [Fact]
    public async Task Its_examples_are_what_it_says_they_are()
    {
        var document = JsonNode.Parse(await archive.Site.GetStringAsync(Document))!;

        foreach (var (id, operation) in Operations(document))
        {
            var answer = operation["responses"]!["200"]!["content"]!["application/json"]!;
            AssertSound(document, id, answer["schema"]!, answer["example"]!);
            // The archive at hand has none of it, but can be asked in this way.
            var status = (int)(await archive.Site.GetAsync(new Uri(operation["x-example-request"]!.GetValue<string>()).PathAndQuery)).StatusCode;
            Assert.Equal((id, id.StartsWith("get", StringComparison.Ordinal) ? 404 : 200), (id, status));
        }
    }

    [Fact]
    public async Task Every_answer_is_as_it_says()
    {
        var document = JsonNode.Parse(await archive.Site.GetStringAsync(Document))!;
        foreach (var (id, operation) in Operations(document))
        {
            foreach (var (address, status) in Asked[id])
            {
                var answer = await archive.AskAsync(address, status);
                var (_, content) = Assert.Single(operation["responses"]![$"{(int)status}"]!["content"]!.AsObject());
                AssertSound(document, address, content!["schema"]!, answer);
            }
        }
    }

    [Fact]
    public async Task An_operation_takes_the_parameters_that_it_names_and_no_other()
    {
        var document = JsonNode.Parse(await archive.Site.GetStringAsync(Document))!;
        foreach (var (id, operation) in Operations(document))
        {
            var path = Asked[id][0].Address.Split('?')[0];
            foreach (var parameter in operation["parameters"]?.AsArray().Where(p => p!["in"]!.GetValue<string>() == "query") ?? [])
            {
                Assert.Equal((id, $"{parameter!["name"]}", HttpStatusCode.OK), (id, $"{parameter["name"]}", (await archive.Site.GetAsync($"{path}?{parameter["name"]}=")).StatusCode));
                if (parameter["example"] is { } example) Assert.Equal(HttpStatusCode.OK, (await archive.Site.GetAsync($"{path}?{parameter["name"]}={Uri.EscapeDataString(example.ToString())}")).StatusCode);
            }

            var refused = await archive.AskAsync($"{path}?catgory=x", HttpStatusCode.BadRequest);
            Assert.Equal("catgory", $"{refused["parameter"]}");
        }
    }

    private static IEnumerable<(string Id, JsonNode Operation)> Operations(JsonNode document) => document["paths"]!.AsObject().Select(p => p.Value!["get"]!).Select(o => (o["operationId"]!.GetValue<string>(), o));

    // Whatever people read about: operations, parameters, answers, records and their fields.
    private static IEnumerable<(string Of, string? Text)> Described(JsonNode document) =>
        Operations(document).SelectMany(o => new[] { (o.Id, (string?)o.Operation["description"]) }
            .Concat((o.Operation["parameters"]?.AsArray() ?? []).Select(p => ($"{o.Id} {p!["name"]}", (string?)p["description"])))
            .Concat(o.Operation["responses"]!.AsObject().Select(r => ($"{o.Id} {r.Key}", (string?)r.Value!["description"]))))
        .Concat(document["components"]!["schemas"]!.AsObject().SelectMany(s => new[] { (s.Key, (string?)s.Value!["description"]) }
            .Concat((s.Value["properties"]?.AsObject() ?? []).Select(p => ($"{s.Key} {p.Key}", (string?)p.Value!["description"])))));

    // Nothing may be in an answer that the schema does not name.
    private static void AssertSound(JsonNode document, string what, JsonNode schema, JsonNode answer)
    {
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (_, definition) in definitions.Where(d => d.Value!["properties"] is not null)) definition!["additionalProperties"] = false;
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = $"urn:uuid:{Guid.NewGuid()}", ["$defs"] = definitions };
        foreach (var (key, value) in schema.AsObject()) whole[key] = value!.DeepClone();
        var results = JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))
            .Evaluate(JsonSerializer.SerializeToElement(answer), new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.Equal([], (results.Details ?? []).Where(d => !d.IsValid).SelectMany(d => d.Errors ?? [], (d, e) => $"{what}: {d.InstanceLocation} {e.Value}"));
        Assert.True(results.IsValid, what);
    }
}
