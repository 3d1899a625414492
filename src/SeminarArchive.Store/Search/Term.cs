namespace SeminarArchive.Store.Search;

/// <summary>One thing that a query asks for: a word, words held together by a hyphen, or a phrase.</summary>
/// <param name="Column">The only column of the index to look in; null for all.</param>
/// <param name="IsAsTyped">True when no slip is looked for in it and its end is no beginning: an identifier, or a name before a colon that the archive does not know, and its value.</param>
internal sealed record Term(string Query, IReadOnlyList<Token> Tokens, string? Column, bool Excluded, bool IsPhrase, bool IsAsTyped = false)
{
    public string this[int index] => Query.Substring(Tokens[index].Start, Tokens[index].Length);

    /// <summary>True for one plain word of letters, such as may be mistyped.</summary>
    public bool IsWord => Tokens.Count == 1 && !Tokens[0].IsUnspaced;

    /// <summary>The two words of the archive that others write for the one; null for most.</summary>
    public (string First, string Second)? Apart { get; init; }

    /// <summary>The two words that do as well as the one; null for most.</summary>
    public (string First, string Second)? Parted => IsWord && !IsPhrase ? Apart ?? Spellings.Parted(Spellings.Fold(this[0])) : null;

    /// <summary>True for a word after an elided article.</summary>
    public bool IsElided => Tokens.Count == 2 && !IsPhrase && Query[Tokens[0].End] is '\'' or '’' or 'ʼ' && Tokens[1].Length > 3 && (Tokens[0].Length == 1 || this[0].Equals("qu", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The term in the syntax of the index. Every word is quoted, and words are nothing but letters, digits and marks,
    /// so that no query can mean more than words.
    /// </summary>
    /// <param name="beginning">True when the last word may be the beginning of one.</param>
    /// <param name="others">Words that will do as well.</param>
    public string Match(bool beginning = false, IReadOnlyList<string>? others = null)
    {
        if (Tokens.Any(t => t.IsUnspaced)) return "(" + string.Join(" AND ", Tokens.Select((t, i) => t.IsUnspaced ? Run(this[i]) : $"\"{this[i]}\"")) + ")";

        var words = Tokens.Select((_, i) => this[i]).ToList();
        var star = beginning && !IsPhrase && words[^1].Length > 1 ? " *" : "";
        var either = new List<string> { $"\"{string.Join(' ', words)}\"{star}" };
        if (words.Count > 1 && !IsPhrase) either.Add($"\"{string.Concat(words)}\"{star}");
        if (words.Count == 1) either.AddRange(Spellings.Others(words[0]).Concat(IsPhrase ? [] : Spellings.Akin(Spellings.Fold(words[0])).Concat(Spellings.WithArticleOrWithout(words[0]))).Concat(others ?? []).Select(other => $"\"{other}\""));
        if (Parted is { } parted) either.Add($"\"{parted.First} {parted.Second}\"{star}");
        // The article that French and Italian elide: "l'apprentissage" is found as "apprentissage".
        if (IsElided) either.Add($"\"{words[1]}\"{star}");
        var match = "(" + string.Join(" OR ", either) + ")";
        return Column is null ? match : $"({{{Column}}} : {match})";
    }

    /// <summary>As <see cref="Match"/>, but of a run without spaces any two neighbouring letters will do.</summary>
    public string MatchPairs() => !Tokens.Any(t => t.IsUnspaced) ? Match()
        : "({Also} : (" + string.Join(" OR ", Tokens.SelectMany((t, i) => Token.Pairs(this[i], last: false).Split(' ')).Distinct(StringComparer.Ordinal).Select(pair => $"\"{pair}\"")) + "))";

    // Pairs are kept apart from the texts; of one field, the run must begin a word there.
    private string Run(string run)
    {
        if (Column is not null) return $"{{{Column}}} : \"{run}\" *";
        var single = run.EnumerateRunes().Count() == 1;
        return $"{{Also}} : \"{Token.Pairs(run, last: false)}\"{(single ? " *" : "")}";
    }
}
