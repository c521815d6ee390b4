namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// How common four bytes are in source text and documentation, letters of either case alike: counted over 190 MB of packaged source in nine languages, for
/// those that stand in a literal of a rule. What is not named here is rare.
/// </summary>
internal static class CommonGrams
{
    /// <value>The rank of what stands in text most often.</value>
    public const int MaxRank = 3;

    // More than 128 in a megabyte.
    private const string More =
        " acc and any cla cod com dat ins int pri res sta tra----_conaaaaableace ackaactiactoalidalueanceand andlangeare asseate atioatoraultbasebloccate"
        + "censcesschancharchecckagclascodecommcompconnconscontcouncripctioctord byd ind todatadatedinge coe dee prectiectoed belseenceenseent entientrents"
        + "er teraternaersierveespaessaessievenext filefineformfusihandheckhttpicatifieightimpline infoing instinteion.ion_iteritiojectlasslinelinklocalock"
        + "makembermentmodemplenal namenectnextningnnecnodenonenstanternumbonneontaonteoperoptiormaost_ountout overpacepackpenaplatportpresprivptiopublrang"
        + "ransrateratirencreseressringriptritermatsagescalscriservsignsionspacssiost_pstanstatstort intabltailted tentter teratesttexttherthistimetingtion"
        + "tivetrantypeubliude ult_umbeumenusiovalivaluverswritypes";

    // More than 24.
    private const string Many =
        " app aut blo cli clo de  enc flo gra ide key log map mon num ope pas pat per rec reg sec see ser sig spe tok uns usa vis wri-for.app.clo.com.con"
        + ".dat.int.org.pat.pri.reg.res.sec.set.sta.tra.wri1000_bas_cha_cla_com_dat_in__int_key_lab_map_not_pro_reg_res_sig_sta_tes_tra_usea reabilacceacco"
        + "ace_ackeacleadmiagerail ail_ailsaintake ake_al cal ial_calgoalleallsalrealthambdampland_anneannoansfanslantaany applarcharedargeariaarniartias a"
        + "as pase.ase_asesasiaasicassiassoasswasteata ata.atalate_atesatteatusauthbasibeenbegibilibinabindble.ble_blisbuilcal calecapecaticcesceivcentcert"
        + "chincitycketclarcle cleacliecodicom/condconfcopecordcrypctivcumecuricurrd codatidditdecldecodencdentdersdestdicadifydiscdmindocue kee mae ope pa"
        + "e see spe tre.coe_coe_dee_paearcecateceieconecorect_ecured ced ped sedgeediceed eginegisegmeegraeigheiveemaiemoven aen cencyendeent-ent.ent_enta"
        + "enteeporeproequier aer der oer ser_teraleredermierprers ers.erseerteertiervaervierwiery es aescaeseneseress ess_est est.est_estaesteestretchetco"
        + "etheetteettieveleverexpoext.facefactficafiedfig.figuflowforcfsetfullg inger ger.getagetcgetsghtsgin gin(gistgmengnalgo agorigramgraphanghannhare"
        + "havehellhelpherehis.hookhorthosthts iateicalicesiconidatidenied ientificignaigneigurilerilitime ime.imerin ain cin sing.ing:ing_ingsintrionaipti"
        + "irecis cisinisioist.ist_istrit ait iitchithmitivitoritteity.ivative ive_iveniverizatize_izerjsonkey keysl col inl rel_palamblastlatilatole ale i"
        + "le.clearleasler lesslevelgorlicalidalienlishlitelityllballerlogglogilooklosemagemailmainmandmarkmattmbdame rmedimerimessmetammenmodimplimputn an"
        + "n can con nonagenatince_nentnfigng snglenitinnelnotenotins anslansurnt ant int sntegntenntianticntifntinntrantrontrynumenvero deo paocatociaocke"
        + "ocumocusode_odelodesodifoducojecokenolleometommeompuon fon-fonalonceonfiontroordopenoracoragorceore oresorg/oritorm ortaorteost ost.outiowerowne"
        + "p_sepaddpagepartpasspermperspingplicplitpolypostpp_sppliprepprevprodprojptorpushputer str toraceraclrageraphre cre dre sre treamrecerecorederedi"
        + "regireporeprresprestreverevirithrityrivarkerrmisrnamrninrodurojerollrootroutrowsrrenrterrticrtifrverrvicrwisrypts ans prs ses tosafescanschescop"
        + "se_tsearsecusegmsendsentsepases sessset_settsforsharshorsic_simpsincslatsoftsplasplisporss ass sss tssagssesssinsswost ast pst_ast_fst_sstacstea"
        + "stedstemstepsterstrastresubssumesworsystt act pat set_cot_int_pat_retacktatutcontem ter.ter_termterpterstforthemthenthinthortialtic_ticaticetifi"
        + "toketooltor.tor_toratoretoritorytractraitraltreatreetrolts atstrtterttintwaructiuencuffeuildularult ult.umerunicure uresuriturreuse_useruthoutin"
        + "vateven vernviceviewvisiwardwarnwisewitcwnerwordworkystezati";

    // More than 5.
    private const string Some =
        " --- adm api atl beg car cos dev dns hos lab obs pho rou saf sea ses v1.\"pri-dat-int-sha-sta-tea-tra.acc.aut.cha.cla.cli.enc.ent.flo.goo.io/.key"
        + ".log.mak.map.mon.net.off.ope.rec.run.ser.sho.sig.tok5432::se_acc_and_app_aut_cen_clo_cod_enc_ent_exc_flo_gra_hos_ide_ins_log_mas_mon_num_ope_pas"
        + "_pat_per_pri_rec_rep_sco_sec_ser_spe_tok_uns_vis_wria moa pra usa.ioa_moa_reablyace-ace.acebachiack.aconado age-agenagraail.ailiakenakeral aal r"
        + "al-ial_aal_ial_talesalinalisalogalphals(ampoan can lan nand.andranelanglanitansaansianvaapi api.app_appiapseardeardiare.are_aresarkearksartsas c"
        + "as_aas_passaassnasspast.ast_astiasurata_atatate-atekatenatfoatheatlaattaatypaudiayerb.cobettbitwbly bookbrowbserbuckbugsc prc.cocal_canvcapicard"
        + "careccouce_acellcemach dchemchercipacircckbockerckeycle.cliccluscombcomecon coracovecredcretcustd acd apd cld prd sid.cod.ind_cld_ded_ind_prd_to"
        + "dashdatodd add_cde cde sdecrdeepden der_desedevedevidiandintdkeydle.dle_dlesdns.do tdrivdropductdumpe aue ide roe vie.dee.ene.mae.nee.see_ace_ba"
        + "e_cae_che_cle_ene_ide_kee_lae_mae_noe_ope_see_sie_spe_toe_treaaaeaaeeal eal-ealteam_eamsear_ebasechaechoeckeecksecovecreed.ced_ied_pedenedinedis"
        + "edkeeep eideekeyel selifelinell ellielloellpelocelopemapemblen lenclencrenieeninenssent:entcentfentoepaser ler per uer ver.aer.cer.der.ier.ser.t"
        + "er_aer_der_ier_oer_seraberceere_ereaerioermaermoero erpaers_ersaersoerstert_ery_es ses.aes.ses_aesigespeess.esstest-estoet aet.aet_aet_cet_met_p"
        + "et_setacetaletcaetenetkeetlietraetstevicevieeviseworex_cex_texchexclext-ext_extaeycoeystf tofastfficfirefixeflicg dag seg.apgendgentgestgethgged"
        + "githgo.cgon_googgotogradgratgridguarh prhassheethemahenthersherthinehoriialsiaseic aic_aice.ifexigenign igniiliailisimatime-ime_imizin din ein n"
        + "in oin pin rin_ain_sine-ine.ine_ineainfiing-ingtinkeinneion-is.cis_ciscaiscoise.ise_isecit sit_ait_iite.ithuitudity_ive.ivesixinize.jumpke_pken."
        + "ker kersket ket.ket_key.key_keycklarl adl nol pal sel-inl.sel_aul_col_inl_rel_sel_trlacklainlarelarilashlatflayelconld ald sle.ele_ale_cle_ele_i"
        + "le_ple_tleidler.ler_lianlibslicklighliselit litilivell =ll pllcolog lopelosilpatlphals alue>lwayly alygom rem.rem_semaccmachmap.mapsmarimartmast"
        + "matemer mercmindmizemonimostmunin apn cln enn lan lon nun opn prn.sen_can_exn_nonal_nalinapinch ncrynd bne_anearnel nel.nel_nelsner_newsnexcnfo_"
        + "ngerngo ngo.nicanie nitonitynizenkednoncnordnsacnsecnsfensifnsumnt knt wnt-snt.ant.snt: nt_ant_int_sntacntrentruntseny po aco loo too.cooat_obse"
        + "odecoggeogicoginogleoks.ollaolliologolygommuon.son_aon_fonarondaone_onesonfloniconitonsuontoooglooksool_opator_poralord(ord.ore_orinorizorkeorks"
        + "orm.orm_ortcosecoss ostaot mot not ootalotfootifouseout.out_owsep top.topan paneparkpatipen_penepenspercpgrapipepl_aplaipluspoweptedptimptr_quan"
        + "quarquicr lor par vir.cor.ner.par.str_ser_str_torablrackragrrailrainrallrancrankraseraverbitrch rch.rch_re mre ore pre rre_are_cre_trecured.reda"
        + "remareparer reshret retoretrrgesriadrillriv_riverivirizermanroidrs arsecrsonrstartabrtalrun(ruptrustry pry_ps acs aps cls kes-tos.aps.cls.cos.pr"
        + "s.ses.tos_ans_cls_mas_prs_ses_tosactsaltsandsaniscorse_asec secrseedseeksembsensser.ser_sernsersses.setesfersha2sheeshershipsiansic sifesigssmtp"
        + "sparspluspotsprisql sql_squass_tssemst.ast.est.fst.pst_gst_rstabstagsticstomstpastrysuitt apt aut ket sat trt unt wrt-int-sit-trt.apt.cot.ent.go"
        + "t.int.pat.set.wrt_act_bat_cht_ent_ort_prt_set_tot_trt_unt_ustabitacctacttagetal tal_talitatstatttax_tchatcomte_ateamtegrteketeletelltem.tem_tenc"
        + "tervthtothubticstifytiletimitinttkeyto_ctodototatraptrastravtrusts.attp/ttratudetweetwittwriuarduareuckeude_udesudiouentuickuiteunchunk unleunse"
        + "unspunt_unteuntrure.ure_uredurl urlsursourveusagusteustout auteruthev.reve sve_ave_cve_sveloveravercveryviatvingw = w sewebpweigwer werewhatws s"
        + "wserx cox.cox_cox_dexchaxelsxpanxt ty prygonylesyptoysto";

    private static readonly Dictionary<uint, int> Ranks = Rank(More, MaxRank).Concat(Rank(Many, MaxRank - 1)).Concat(Rank(Some, MaxRank - 2)).ToDictionary();

    /// <summary>From 0, rare, to <see cref="MaxRank"/>.</summary>
    public static int RankOf(ReadOnlySpan<char> gram) => Ranks.GetValueOrDefault(Pack(gram));

    /// <summary>Four bytes as one number, letters of either case alike.</summary>
    public static uint Pack(ReadOnlySpan<char> gram) => (gram[0] | ((uint)gram[1] << 8) | ((uint)gram[2] << 16) | ((uint)gram[3] << 24)) | 0x20202020;

    private static IEnumerable<KeyValuePair<uint, int>> Rank(string grams, int rank) =>
        Enumerable.Range(0, grams.Length / 4).Select(i => KeyValuePair.Create(Pack(grams.AsSpan(i * 4, 4)), rank));
}
