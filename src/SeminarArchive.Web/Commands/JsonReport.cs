using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary>For programs: one object with the counts and every problem.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(Report report, Terminal terminal) => terminal.Out.WriteLine(JsonSerializer.Serialize(
        new { report.Files, Errors = report.Count(Severity.Error), Warnings = report.Count(Severity.Warning), Notices = report.Count(Severity.Notice), report.Problems }, Options));
}
