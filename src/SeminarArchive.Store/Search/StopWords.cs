using System.Collections.Frozen;

namespace SeminarArchive.Store.Search;

/// <summary>Words that hold an English sentence together, and those of every abstract, which say nothing of what it is about.</summary>
internal static class StopWords
{
    // Without those that are more often names or abbreviations where one searches: who, us, may, will.
    private static readonly string[] Sentence =
    [
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "but", "by", "could", "did", "do", "does", "for", "from",
        "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or", "our", "seminar", "seminars", "she", "should", "so",
        "some", "such", "talk", "talks", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "very", "was", "we", "webinar", "webinars",
        "were", "what", "when", "where", "which", "while", "with", "would", "you", "your",
    ];

    // The index knows no days of the week.
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] Abstracts =
    [
        "above", "account", "across", "again", "against", "almost", "already", "although", "always", "among", "announce", "annual", "another", "answer", "appointed", "around", "asked",
        "associate", "attend", "audience", "author", "away", "back", "became", "become", "began", "behind", "believe", "below", "best", "better", "between", "beyond", "both", "can",
        "carry", "chair", "close", "colleague", "college", "come", "consider", "continual", "continually", "current", "currently", "department", "describe", "despite", "develop",
        "different", "director", "discuss", "done", "down", "during", "each", "early", "either", "enough", "especially", "even", "event", "ever", "every", "everybody", "everyone",
        "everything", "example", "explore", "faculty", "fellow", "find", "finish", "first", "follow", "forty", "found", "full", "further", "gave", "general", "get", "give", "given", "go",
        "going", "gone", "good", "great", "group", "head", "held", "help", "here", "herself", "high", "higher", "himself", "however", "including", "indeed", "instead", "institute",
        "interest", "introduce", "invited", "itself", "join", "just", "keep", "kept", "knew", "know", "known", "large", "last", "late", "later", "least", "lecture", "lecturer", "less",
        "like", "likely", "little", "long", "look", "made", "mainly", "make", "many", "might", "more", "most", "mostly", "much", "must", "nearly", "need", "neither", "never", "new",
        "next", "nobody", "note", "nothing", "notice", "now", "object", "offer", "often", "once", "one", "only", "open", "other", "otherwise", "ought", "over", "own", "paper", "part",
        "particular", "past", "people", "perhaps", "person", "point", "possible", "practical", "present", "previous", "previously", "professor", "project", "put", "question", "quite",
        "rather", "read", "really", "recent", "recently", "recognise", "recognize", "replace", "report", "research", "researcher", "right", "said", "same", "saw", "say", "school",
        "second", "see", "seem", "seen", "senior", "session", "set", "several", "shall", "short", "show", "shown", "simply", "since", "slide", "small", "somebody", "something",
        "sometimes", "soon", "speak", "speaker", "start", "still", "study", "take", "taken", "tell", "themselves", "therefore", "thing", "think", "though", "thousand", "three",
        "through", "thus", "time", "today", "together", "told", "took", "toward", "towards", "turn", "two", "under", "university", "unless", "until", "upon", "use", "used", "using",
        "usually", "various", "want", "way", "week", "well", "went", "whatever", "whether", "whole", "whose", "why", "will", "within", "without", "word", "work", "worked",
        "working", "world", "write", "written", "wrote", "year", "yet", "yourself",
    ];

    private static readonly FrozenSet<string> Fillers = Sentence.Concat(Weekdays).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<uint> Silent = Sentence.Concat(Weekdays).Concat(Abstracts).Select(w => Signature.Hash(Porter.Stem(w))).ToFrozenSet();

    /// <summary>Whether a query may go without the word.</summary>
    /// <param name="word">Folded.</param>
    public static bool Holds(string word) => Fillers.Contains(word);

    /// <summary>Whether the mark stands for a word that seminars share without resembling each other; see <see cref="Signature"/>.</summary>
    public static bool SaysNothing(uint mark) => Silent.Contains(mark);
}
