namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>Why a request cannot be answered, in the protocol's terms.</summary>
/// <param name="Code">One of the protocol's error codes.</param>
/// <param name="Text">For people.</param>
public sealed record Problem(string Code, string Text)
{
    public const string Verb = "badVerb";
    public const string Argument = "badArgument";
    public const string Token = "badResumptionToken";
    public const string Format = "cannotDisseminateFormat";
    public const string Identifier = "idDoesNotExist";
    public const string Empty = "noRecordsMatch";
}
