using System.Text.RegularExpressions;

namespace Gates.Pipeline.Recognition;

/// <summary>
/// The stored form of a finding, by which files and people name it. It decides nothing that can be compared exactly: that is what <see cref="FindingKey"/>
/// is for. <c>v2:</c> and 16 digits is a hash under the repository's salt, 4 digits where the value could be guessed; <c>v2m:</c> is made without a salt
/// and holds no word of the line; <c>v1:</c> is the form of old files.
/// </summary>
/// <param name="Text">As files have it.</param>
internal readonly partial record struct Fingerprint(string Text)
{
    /// <summary>Every form, for JSON schemas.</summary>
    public const string Pattern = $"^(?:{Keyed}|{Guessable}|{Older})$";

    /// <summary>The forms that mean one finding by themselves.</summary>
    public const string LongPattern = $"^(?:{Keyed}|{Older})$";

    /// <summary>The form of what could be guessed, which means something only together with rule and path.</summary>
    public const string ShortPattern = $"^{Guessable}$";

    /// <summary>What messages say about the forms.</summary>
    public const string Forms = "v2: and 16 hexadecimal digits, or 4 for personal data (v2m: and 16, v1: and 64 in older reports)";

    public const string KeyedPrefix = "v2:";
    public const string MaskedPrefix = "v2m:";
    public const string FirstPrefix = "v1:";

    private const string Keyed = "v2:[0-9a-f]{16}";
    private const string Guessable = "v2:[0-9a-f]{4}";
    private const string Older = "v2m:[0-9a-f]{16}|v1:[0-9a-f]{64}";

    private const int ShortDigits = 4;
    private const int ShownDigits = 12;

    public bool IsFirst => Text.StartsWith(FirstPrefix, StringComparison.Ordinal);

    public bool IsMasked => Text.StartsWith(MaskedPrefix, StringComparison.Ordinal);

    public bool IsShort => Text.StartsWith(KeyedPrefix, StringComparison.Ordinal) && Text.Length == KeyedPrefix.Length + ShortDigits;

    /// <value>Whether another finding may have the same: an entry that names it does not say which of the two it means.</value>
    public bool IsWeak => IsFirst || IsMasked || IsShort;

    /// <value>Whether commands rewrite it, because there is a better form.</value>
    public bool IsOld => IsFirst || IsMasked;

    /// <value>The digits behind the form's name.</value>
    public string Digits => Text[(Text.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <value>The beginning, enough to tell findings of a run apart.</value>
    public string Beginning => Digits.Length > ShownDigits ? Text[..(Text.Length - Digits.Length + ShownDigits)] : Text;

    public static implicit operator Fingerprint(string text) => new(text);

    public static implicit operator string(Fingerprint fingerprint) => fingerprint.Text;

    public static bool IsValid(string text) => Valid().IsMatch(text);

    public override string ToString() => Text;

    [GeneratedRegex($@"^(?:{Keyed}|{Guessable}|{Older})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Valid();
}
