using Microsoft.Extensions.Time.Testing;
using SeminarArchive.Web.Commands;

namespace SeminarArchive.Tests.Commands;

/// <summary>Runs the program's commands in a folder of their own, on 23 November 2026, and keeps what they print.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("shell-").FullName;

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The exit code.</summary>
    public Task<int> RunAsync(params string[] args) => RunAsync(answers: null, args);

    /// <summary>As someone at a terminal who gives these answers, one to a line; null: nobody is there.</summary>
    public async Task<int> RunAsync(string? answers, string[] args, bool colour = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal
        {
            In = new StringReader(answers ?? ""), Out = output, Error = error, Folder = Folder, CanAsk = answers is not null, HasColour = colour, Clock = new FakeTimeProvider(Site.Now),
        });
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
