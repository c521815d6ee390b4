namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>What surrounds a value: the more it says, the less the value must prove.</summary>
internal enum ValueForm
{
    /// <summary>Without quotes, to the end of its line or the next blank.</summary>
    Bare,

    /// <summary>In quotes.</summary>
    Quoted,

    /// <summary>One field of a longer text, such as a connection string or a query.</summary>
    Part,

    /// <summary>Among words that people read.</summary>
    Words,

    /// <summary>In quotes, beside a user's name: a password, whatever the pair is called.</summary>
    Login,
}
