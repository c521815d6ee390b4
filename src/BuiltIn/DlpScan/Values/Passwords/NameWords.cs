using System.Collections.Frozen;

namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>The words that names of secrets are made of, and those that make a name another thing's.</summary>
internal static class NameWords
{
    /// <value>A person's or a program's password, in the languages that code is written in.</value>
    public static readonly FrozenSet<string> Password = Set(
        "password passwd pwd pass passphrase passcode passw passwrd psw pswd pw kennwort passwort passe mdp motdepasse contrasena "
        + "contrasenia contraseÃ±a clave senha haslo hasÅ\u0082o wachtwoord parola salasana losenord lozinka heslo jelszo dbpass "
        + "mypass userpass rootpass adminpass ftppass sshpass smtppass mailpass mysqlpass keypass storepass pgpass rootpw bindpw "
        + "userpw adminpw dbpw dbpwd mypwd userpwd rootpwd adminpwd mysqlpwd keystorepass truststorepass ldappass httppass "
        + "proxypass webpass emailpass redispass sapass \u00eb\u00b9\u0084\u00eb\u00b0\u0080\u00eb\u00b2\u0088\u00ed\u0098\u00b8 "
        + "\u00ed\u008c\u00a8\u00ec\u008a\u00a4\u00ec\u009b\u008c\u00eb\u0093\u009c \u00eb\u00b9\u0084\u00eb\u00b2\u0088 "
        + "\u00e5\u00af\u0086\u00e7\u00a0\u0081 \u00e5\u00af\u0086\u00e7\u00a2\u00bc "
        + "\u00e3\u0083\u0091\u00e3\u0082\u00b9\u00e3\u0083\u00af\u00e3\u0083\u00bc\u00e3\u0083\u0089 "
        + "\u00d0\u00bf\u00d0\u00b0\u00d1\u0080\u00d0\u00be\u00d0\u00bb\u00d1\u008c requirepass masterauth identified "
        + "passord adgangskode sifre \u00c5\u009fifre l\u00c3\u00b6senord jelsz\u00c3\u00b3 khau matkhau psk "
        + "\u00d7\u00a1\u00d7\u0099\u00d7\u00a1\u00d7\u009e\u00d7\u0094");

    /// <value>What a machine made: these values look random.</value>
    public static readonly FrozenSet<string> Secret = Set(
        """
        secret secrets token apikey auth authorization credential credentials cred creds accesskey secretkey privatekey authkey signingkey
        encryptionkey masterkey accountkey sharedaccesskey authtoken accesstoken bearertoken clientsecret appsecret salt apitoken apisecret
        sessionkey bearer
        """);

    /// <value>Before the word "key": it is a secret one.</value>
    public static readonly FrozenSet<string> KeyOwner = Set(
        """
        api access secret private encryption signing master account auth session hmac aes crypto cipher jwt storage service deploy webhook encrypt
        sign decryption shared app subscription nonce in security signature ssh wp function host integration ingest
        """);

    /// <value>Inside a longer word, as in <c>dbpassword</c>.</value>
    public static readonly string[] Inside =
    [
        "password", "passwd", "passphrase", "passwort", "kennwort", "passcode", "wachtwoord", "contrasena", "secret", "apikey", "accesskey", "token",
        "credential",
        "\u00eb\u00b9\u0084\u00eb\u00b0\u0080\u00eb\u00b2\u0088\u00ed\u0098\u00b8",
        "\u00ed\u008c\u00a8\u00ec\u008a\u00a4\u00ec\u009b\u008c\u00eb\u0093\u009c", "\u00eb\u00b9\u0084\u00eb\u00b2\u0088",
        "\u00e5\u00af\u0086\u00e7\u00a0\u0081", "\u00e5\u00af\u0086\u00e7\u00a2\u00bc",
        "\u00e3\u0083\u0091\u00e3\u0082\u00b9\u00e3\u0083\u00af\u00e3\u0083\u00bc\u00e3\u0083\u0089",
        "\u00d0\u00bf\u00d0\u00b0\u00d1\u0080\u00d0\u00be\u00d0\u00bb\u00d1\u008c",
    ];

    /// <value>Before "token": it makes a request happen once, or names a state; whoever knows it can do nothing with it.</value>
    public static readonly FrozenSet<string> PublicToken = Set(
        """
        client request lock update purchase action lifecycle snapshot upload import export starting marker verification confirmation device push
        registration fcm apns invite
        """);

    /// <value>After the secret's word: it is still the secret.</value>
    public static readonly FrozenSet<string> Still = Set(
        """
        value text string str plain plaintext raw clear cleartext default prod production dev develop development stage staging test testing qa uat
        old new current main admin root user db database base data bytes s es ro rw eu us local live in env const sandbox id2 primary secondary
        backup again confirm confirmation verify repeat repeated
        """);

    /// <value>After the secret's word: it is about the secret, not the secret.</value>
    public static readonly FrozenSet<string> About = Set(
        """
        type types field fields name names id ids url uri path paths file files filename dir folder policy policies length len size sizes min max
        expires expiry expiration expire expired ttl timeout time date age count counts number num header headers prefix suffix pattern regex regexp
        label title placeholder hint message msg error errors help description desc endpoint enabled disabled required strength reset forgot change
        changed provider providers manager encoder decoder validator validation format algorithm alg algo mode method class index column col table
        ref reference arn version lifetime scope scopes issuer audience param params parameter arg args argument key keys hash hashed hashes digest
        checksum fingerprint sha sha1 sha256 md5 generator factory service handler helper util utils callback event action button input form page
        screen view dialog modal route exists valid invalid missing prompt question attempts history rotation mechanism store storage source
        location lookup selector template schema property attribute attr kind status state usage cost price limit limits budget quota rate bucket
        izer izers izing ize ized ization izable set list map array pool ring chain pair names option options var variable variables info metadata
        stdin reader writer parser command cmd script tests spec module package import line lines position start end span offset stream iterator
        iter rule rules request response uuid created updated at by on off manager's example usage code codes required? credit agent namespace
        config settings context filter interceptor exception
        """);

    /// <value>Before the secret's word: what follows is public, or another kind of key or token.</value>
    public static readonly FrozenSet<string> Public = Set(
        """
        public pub publickey csrf xsrf antiforgery forgery cancellation cancel partition primary foreign cache sort page next continuation sync max
        min num number total completion output bos eos pad unk sep cls special stop previous parse lexer lex is has no use show hide forgot forget
        reset invalid missing wrong require requires required allow enable disable type kind by find idempotency dedup row checksum with_out without
        check validate verify compare encrypt decrypt hash encode decode generate get fetch read parse ask prompt expected unexpected json html xml
        operator punctuation keyword comment identifier boundary bound peek current_ lookahead whitespace newline eof sitekey recaptcha author
        syntax match matched did will should can cannot all pass_ tests test_pass pagination resume amz delimiter separator end begin start counter
        cursor change
        """);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\r', '\n'],
        StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
