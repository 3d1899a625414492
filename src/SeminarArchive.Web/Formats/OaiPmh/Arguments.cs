using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>The arguments of a request, from the address or a form, as far as they are legal by themselves. Names count to the letter.</summary>
public sealed partial class Arguments
{
    // Verb → what it must have, what it may have; a resumption token stands alone.
    private static readonly Dictionary<string, (string[] Required, string[] Optional)> Verbs = new(StringComparer.Ordinal)
    {
        ["Identify"] = ([], []),
        ["ListMetadataFormats"] = ([], ["identifier"]),
        ["ListSets"] = ([], ["resumptionToken"]),
        ["ListIdentifiers"] = (["metadataPrefix"], ["from", "until", "set", "resumptionToken"]),
        ["ListRecords"] = (["metadataPrefix"], ["from", "until", "set", "resumptionToken"]),
        ["GetRecord"] = (["identifier", "metadataPrefix"], []),
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    /// <summary>Empty when there is none that the protocol knows.</summary>
    public string Verb { get; private set; } = "";

    public string? Identifier => this["identifier"];

    public string? Prefix => this["metadataPrefix"];

    public string? From => this["from"];

    public string? Until => this["until"];

    public string? Set => this["set"];

    public string? Token => this["resumptionToken"];

    /// <summary>All that is wrong with them; then they are not to be repeated in the answer.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>What the answer repeats: those that can stand in it.</summary>
    public IEnumerable<(string Name, string Value)> Repeated => _problems.Count > 0 ? [] : _values.Where(v => v.Key != "identifier" || RecordIdentifier.IsLegal(v.Value)).Select(v => (v.Key, v.Value)).Prepend(("verb", Verb));

    private string? this[string name] => _values.GetValueOrDefault(name);

    /// <param name="pairs">Names and values as they came, in any order and number.</param>
    public static Arguments Of(IEnumerable<(string Name, string Value)> pairs)
    {
        var arguments = new Arguments();
        arguments.Read([.. pairs]);
        return arguments;
    }

    /// <summary>Those of an address's query, or of a form, which are written alike.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string query)
    {
        foreach (var pair in new QueryStringEnumerable(query)) yield return (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }

    private void Read(IReadOnlyList<(string Name, string Value)> pairs)
    {
        var verbs = pairs.Where(p => p.Name == "verb").Select(p => p.Value).ToList();
        if (verbs is not [var verb] || !Verbs.TryGetValue(verb, out var known))
        {
            var all = string.Join(", ", Verbs.Keys);
            _problems.Add(new Problem(Problem.Verb, verbs.Count switch
            {
                0 => $"This address answers harvesters by the protocol OAI-PMH 2.0. A request names one verb, as in ?verb=Identify: {all}.",
                1 => $"{Quote(verbs[0])} is no verb of the protocol; it has {all}.",
                _ => $"A request names one verb, and this one {verbs.Count}.",
            }));
            return;
        }

        Verb = verb;
        foreach (var group in pairs.Where(p => p.Name != "verb").GroupBy(p => p.Name, StringComparer.Ordinal)) Take(group.Key, [.. group.Select(p => p.Value)], [.. known.Required, .. known.Optional]);
        if (_values.ContainsKey("resumptionToken"))
        {
            if (_values.Count > 1) Refuse($"resumptionToken stands alone; {string.Join(", ", _values.Keys.Where(k => k != "resumptionToken"))} must not come with it.");
            return;
        }

        foreach (var missing in known.Required.Where(r => !pairs.Any(p => p.Name == r || (p.Name == "resumptionToken" && known.Optional.Contains(p.Name, StringComparer.Ordinal))))) Refuse($"{Verb} needs the argument {missing}.");
        if (From is { } from && Until is { } until && Datestamp.Parse(from) is { } first && Datestamp.Parse(until) is { } last)
        {
            if (from.Length != until.Length) Refuse("from and until must be written alike, both as days or both as seconds.");
            else if (first.First > last.Last) Refuse($"from ({from}) is later than until ({until}).");
        }
    }

    private void Take(string name, IReadOnlyList<string> values, IReadOnlyList<string> known)
    {
        if (!known.Contains(name, StringComparer.Ordinal)) Refuse(name.Length == 0 ? "There is a value without a name." : $"{Verb} has no argument {Quote(name)}.");
        else if (values.Count > 1) Refuse($"The argument {name} is repeated.");
        else if (values[0].Length == 0) Refuse($"The argument {name} is empty.");
        else if (name is "from" or "until" && Datestamp.Parse(values[0]) is null) Refuse($"{name} is {Quote(values[0])}; write a day such as 2020-02-13 or a second such as 2020-02-13T17:30:00Z.");
        else if (name == "set" && !RecordSet.IsLegal(values[0])) Refuse($"{Quote(values[0])} cannot be the name of a set.");
        else if (name == "metadataPrefix" && !LegalPrefix().IsMatch(values[0])) Refuse($"{Quote(values[0])} cannot be the prefix of a format.");
        else _values[name] = values[0];
    }

    private void Refuse(string text) => _problems.Add(new Problem(Problem.Argument, text));

    /// <summary>What was written, short enough for a message.</summary>
    public static string Quote(string text) => $"\"{(text.Length <= 100 ? text : text[..100] + "…")}\"";

    [GeneratedRegex(@"^[A-Za-z0-9\-_.!~*'()]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LegalPrefix();
}
