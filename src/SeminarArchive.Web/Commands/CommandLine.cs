using System.CommandLine;
using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary>The verbs that editors use; without a verb the program serves the site.</summary>
public static class CommandLine
{
    /// <summary>Exit code: done, nothing to mend.</summary>
    public const int Done = 0;

    /// <summary>Exit code: done, and there is something to mend.</summary>
    public const int ToMend = 1;

    /// <summary>Exit code: the command could not be carried out.</summary>
    public const int Failed = 2;

    /// <summary>Whether the arguments are a command; settings such as <c>--urls http://…</c> and <c>key=value</c> are the host's.</summary>
    public static bool IsCommand(IReadOnlyList<string> args) =>
        args is [var first, ..] && (first is "--help" or "-h" or "-?" or "--version" || (first.Length > 0 && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)));

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        var root = new RootCommand("""
            Seminar Archive. Without a command it serves the site:  dotnet run --project src/SeminarArchive.Web
            Settings of the host and the site follow without a command:  --urls http://localhost:5050  --Site:PageSize=50
            """)
        {
            CheckCommand.Build(terminal),
            NewCommand.Build(terminal),
            SchemaCommand.Build(terminal),
            SeedCommand.Build(terminal),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return Refuse(parsed, root, terminal);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (Exception e) when (e is SiteOptionsException or IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
    }

    private static int Refuse(ParseResult parsed, RootCommand root, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        if (command == root && parsed.UnmatchedTokens is [var verb, ..])
        {
            var near = Spelling.Closest(verb, root.Subcommands.Select(known => known.Name));
            terminal.Error.WriteLine($"There is no command \"{verb}\".{(near is null ? "" : $" Did you mean \"{near}\"?")}");
            terminal.Error.WriteLine($"Commands: {string.Join(", ", root.Subcommands.Select(known => known.Name))}. \"--help\" says more; without a command the site is served.");
            return Failed;
        }

        var options = command.Options.Select(option => option.Name).ToList();
        foreach (var error in parsed.Errors)
        {
            var token = parsed.UnmatchedTokens.FirstOrDefault(unmatched => error.Message.Contains($"'{unmatched}'", StringComparison.Ordinal));
            var near = token is null ? null : Spelling.Closest(token, options);
            terminal.Error.WriteLine(near is null ? error.Message : $"{error.Message} Did you mean \"{near}\"?");
        }

        terminal.Error.WriteLine($"\"{command.Name} --help\" says what can be written.");
        return Failed;
    }
}
