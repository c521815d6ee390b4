namespace Support.GitHubEmulator;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>Nothing happens, and 502 is the answer.</summary>
    BadGateway,

    /// <summary>It happens, and 502 is the answer.</summary>
    LostAnswer,

    /// <summary>It happens, and the answer says so without its id.</summary>
    MissingField,

    /// <summary>It happens, and the answer is no JSON.</summary>
    BrokenJson,

    /// <summary>It happens, and the answer breaks off in the middle.</summary>
    CutAnswer,

    /// <summary>Nothing happens, and the connection breaks.</summary>
    Reset,

    /// <summary>A file arrives in part, and 502 is the answer.</summary>
    HalfUpload,

    /// <summary>403 with <c>x-ratelimit-remaining: 0</c> and a reset in half a minute.</summary>
    PrimaryLimit,

    /// <summary>403 with <c>Retry-After</c>.</summary>
    SecondaryLimit,

    /// <summary>429 without any number.</summary>
    TooMany,
}
