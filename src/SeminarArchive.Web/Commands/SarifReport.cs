using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary>For code scanners: SARIF 2.1.0, with the table of rules.</summary>
internal static class SarifReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Report report, Terminal terminal)
    {
        var index = Rules.All.Select((rule, i) => (rule.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject { ["name"] = "Seminar Archive", ["rules"] = new JsonArray([.. Rules.All.Select(RuleOf)]) },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. report.Problems.Select(problem => Result(problem, index.GetValueOrDefault(problem.Rule, -1)))]),
        };
        terminal.Out.WriteLine(new JsonObject { ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json", ["version"] = "2.1.0", ["runs"] = new JsonArray(run) }.ToJsonString(Readable));
    }

    private static JsonObject RuleOf(Rule rule) => new()
    {
        ["id"] = rule.Name,
        ["shortDescription"] = new JsonObject { ["text"] = rule.Meaning },
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
    };

    private static JsonObject Result(Problem problem, int rule)
    {
        var region = new JsonObject { ["startLine"] = problem.Line, ["startColumn"] = problem.Column };
        if (problem.Source is not null) region["snippet"] = new JsonObject { ["text"] = problem.Source };
        return new JsonObject
        {
            ["ruleId"] = problem.Rule,
            ["ruleIndex"] = rule,
            ["level"] = Level(problem.Severity),
            ["message"] = new JsonObject { ["text"] = $"{problem.Cause}\nFix: {problem.Fix}" },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri(problem.File) }, ["region"] = region },
            }),
        };
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static string Uri(string file) => (file.StartsWith('/') ? "file://" : "") + string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));
}
