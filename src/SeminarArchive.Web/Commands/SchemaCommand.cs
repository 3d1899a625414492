using System.CommandLine;
using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary><c>schema</c>: prints what <c>content/seminar.schema.json</c> holds.</summary>
internal static class SchemaCommand
{
    public static Command Build(Terminal terminal)
    {
        var command = new Command("schema", "Print the JSON Schema of a seminar's fields, for editors that complete and underline while you type.");
        command.SetAction(_ =>
        {
            terminal.Out.Write(FrontMatterSchema.Json());
            return CommandLine.Done;
        });
        return command;
    }
}
