using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>One kind of secret or personal data, ready to be looked for. Texts are matched one byte a character, so patterns use ASCII classes only.</summary>
internal sealed record DlpRule
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <value>One of <see cref="RuleCategories"/>.</value>
    public required string Category { get; init; }

    /// <value>What the policy makes of a hit unless settings say otherwise: <c>error</c>, <c>warning</c> or <c>note</c>.</value>
    public required string Severity { get; init; }

    public required string Help { get; init; }

    public required RuleAnchor Anchor { get; init; }

    /// <value>The texts that make it worth trying the pattern; at least three characters each.</value>
    public IReadOnlyList<string> Literals { get; init; } = [];

    /// <value>Whether literals and pattern ignore the case of ASCII letters.</value>
    public bool IgnoreCase { get; init; }

    /// <value>How many characters before its literal the pattern begins.</value>
    public int Offset { get; init; }

    /// <value>How many characters from its literal on the pattern may see.</value>
    public int Length { get; init; } = 300;

    /// <value>How many characters of <see cref="ValueRun"/> stand in a row behind the literal of every match; 0 when that is not known.</value>
    public int MinRun { get; init; }

    /// <value>How many digits a number must have, separators not counted.</value>
    public int MinDigits { get; init; }

    public int MaxDigits { get; init; }

    /// <value>Group <c>secret</c> is the value, else the whole match; group <c>bare</c> means that one of <see cref="Near"/> is needed.</value>
    public Regex Pattern => Loaded.Value;

    /// <value>Makes the pattern when it is first needed: most files need few rules.</value>
    public required Lazy<Regex> Loaded { get; init; }

    /// <value>The least Shannon entropy of a value, in bits a character.</value>
    public double Entropy { get; init; }

    /// <value>Which assignments are its hits, when its anchor is one: <c>secret</c>, <c>settings</c>, <c>weak</c> or <c>connection</c>.</value>
    public string? Assigned { get; init; }

    public ValueCheck? Check { get; init; }

    /// <value>How a value ends that the pattern only begins; <see langword="null"/> when the pattern knows.</value>
    public KeyFormat? Ends { get; init; }

    /// <value>Words of which one must stand on the same line.</value>
    public IReadOnlyList<string> Near { get; init; } = [];

    public bool NearOnlyWhenBare { get; init; }

    /// <value>Whether a number is only looked at when two letters stand before digits of it, as a country's code does.</value>
    public bool AfterLetters { get; init; }

    /// <value>Whether the pattern begins with the number's first digit, so that nothing may stand right before it.</value>
    public bool BeginsWithDigit { get; init; }

    /// <value>What a table's whole cell looks like; <see langword="null"/> when the rule judges no columns.</value>
    public Lazy<Regex>? Cell { get; init; }

    /// <value>Whether a column counts only when its name is one of <see cref="Near"/>: the values alone prove nothing.</value>
    public bool CellNeedsName { get; init; }

    /// <value>The files it is meant for; <see langword="null"/> means all.</value>
    public PathFilter? Paths { get; init; }

    /// <value>Whether the repository wrote it: its pattern is matched in linear time, and around its literal rather than from it on.</value>
    public bool IsCustom { get; init; }

    public bool IsPersonal => Category == RuleCategories.PersonalData;

    /// <summary>A rule is itself only: hits are counted by it, and comparing two dozen properties for each costs more than finding it.</summary>
    public bool Equals(DlpRule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>What is looked for first, cheaply, before a rule's pattern is tried there.</summary>
internal enum RuleAnchor
{
    /// <summary>One of the rule's literals.</summary>
    Literal,

    /// <summary>A number: at least four digits in a row, or several groups of digits, with what belongs to them.</summary>
    Digits,

    /// <summary>The sign <c>@</c> between two letters or digits.</summary>
    At,

    /// <summary>A name that holds one of the rule's literals, and a value that is given to it.</summary>
    Assignment,
}
