namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>The checks of personal data that rules name, by where the number comes from.</summary>
internal static class PersonalChecks
{
    /// <summary>
    /// The check of that name, or <see langword="null"/> when there is none. A check of a number takes letters in capitals and digits, nothing else.
    /// </summary>
    public static ValueCheck? Named(string name)
    {
        if (name == "email")
        {
            return EmailCheck.Check;
        }

        var check = WesternEurope.Named(name) ?? NorthernEurope.Named(name) ?? EasternEurope.Named(name) ?? Americas.Named(name)
            ?? AsiaPacific.Named(name) ?? MiddleEastAndAfrica.Named(name) ?? Banking.Named(name) ?? Documents.Named(name);
        if (check is not null)
        {
            return (in c) => Numbers.Plain(c.Value) is var plain && Numbers.IsVaried(plain) && check(plain) ? Validity.Plausible : Validity.Refuted;
        }

        var written = Contacts.Named(name);
        return written is null ? null : (in c) => written(c.Value) ? Validity.Plausible : Validity.Refuted;
    }
}
