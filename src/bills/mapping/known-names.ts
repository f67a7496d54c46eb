import { columnKey } from './column-names';

/** As `columnKey` gives them: it takes voiced kana, Hangul and accents apart. */
const words = (text: string) => text.split(' ').map(columnKey);

/** Names by which people call the columns, in the languages that bills come in; the likeliest first. */
export const NAMES = {
  client: words(
    'client clientname customer customername kunde kundenname kundin mandant auftraggeber account accountname company companyname ' +
      'firma unternehmen entreprise societe cliente clientes klant kund klient asiakas musteri empresa azienda bedrijf foretag клиент ' +
      'заказчик πελατης 客户 客戶 顧客 取引先 고객 고객사 顧客名 顧客名称 得意先 得意先名 客户名 客户名称 客戶名稱 고객명 고객사명 zakaznik jmenozakaznika odberatel ugyfel ' +
      'ugyfelneve vevo klijent kupac stranka klienti klientas клієнт замовник покупатель клиентнаименование kháchhàng tênkháchhàng ' +
      'klien pelanggan namapelanggan العميل اسمالعميل الزبون ลูกค้า ชื่อลูกค้า לקוח שםלקוח nomclient nomduclient nombrecliente ' +
      'nombredelcliente nomecliente nomedocliente klantnaam kundnamn kundenavn asiakkaannimi musteriadi müşteriadı endcustomer ' +
      'endcustomername endclient endkunde billto billtoname billtocustomer soldto soldtoparty soldtoname buyer buyername purchaser ' +
      'payer payername debitor debitorname debtor tenant tenantname organization organisation organizationname organisationname ' +
      'legalentity legalentityname entity entityname subsidiary subsidiaryname subscriber gesellschaft gesellschaftsname ' +
      'tochtergesellschaft buchungskreis companycode filiale raisonsociale razonsocial razaosocial denominacion ragionesociale ' +
      'denominazione',
  ),
  vendor: words(
    'vendor vendorname supplier suppliername provider providername anbieter lieferant hersteller kreditor fournisseur seller merchant ' +
      'payee proveedor fornecedor fornitore leverancier leverandør leverantor dostawca dodavatel toimittaja tedarikci satici satıcı ' +
      'προμηθευτης поставщик 供应商 供應商 仕入先 ベンダー 공급업체 공급사 仕入先名 支払先 支払先名 ベンダー名 供应商名称 供应商名 供應商名稱 공급업체명 공급자 공급처 szallito szallitoneve ' +
      'beszallito постачальник доставчик dobavljac dobavitelj tiekejas piegadatajs furnizor nhàcungcấp tênnhàcungcấp pemasok ' +
      'namapemasok المورد اسمالمورد ผู้ขาย ผู้จำหน่าย ชื่อผู้ขาย ספק שםהספק merchantname payeename sellername nomfournisseur ' +
      'nomdufournisseur nombreproveedor nombredelproveedor nomefornitore leveranciersnaam leverandørnavn leverantorsnamn tedarikciadi ' +
      'beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger auftraggeberempfanger zahlungsempfanger zahlungsempfangerin empfanger ' +
      'beneficiary beneficiaryname counterparty counterpartyname partnername naamomschrijving kontrahent контрагент 对方户名 beneficiario',
  ),
  service: words(
    'service servicename dienst leistung product productname produkt produit article artikel model modell meter sku description ' +
      'beschreibung bezeichnung item memo details narrative narration particulars libelle concepto text verwendung verwendungszweck ' +
      'buchungstext servicio producto descripcion servico produto descricao servizio prodotto descrizione dienst omschrijving tjeneste ' +
      'tjanst beskrivelse usługa usluga opis услуга описание 服务 服務 サービス 摘要 서비스',
  ),
  month: words(
    'month monat mois billingmonth usagemonth servicemonth serviceperiod serviceperiodstart periodstart servicedate usagestart usagestartdate ' +
      'leistungsmonat leistungszeitraum leistungsdatum invoicemonth period periode date datum rechnungsdatum invoicedate billingdate usagedate ' +
      'postingdate bookingdate documentdate docdate buchungsdatum buchungstag belegdatum day tag jour dato dag fecha mes data maand datum miesiac paivamaara tarih ημερομηνια дата месяц 日期 月份 ' +
      '日付 年月 날짜 월 transactiondate transactiontime purchasedate chargedate expensedate starteddate posteddate postdate ' +
      'valuedate completeddate buchung valuta valutadatum dateoperation datevaleur fechaoperacion fechavalor datacontabile datavaluta',
  ),
  year: words(
    'year yr jahr geschaftsjahr wirtschaftsjahr fy fiscalyear financialyear annee exercice ano anno ejercicio esercizio exercicio ' +
      'jaar boekjaar ar rok godina év yil год рік година ετος 年 年份 년 연도 năm tahun سنة السنة वर्ष',
  ),
  /** Beside a year. */
  part: words(
    'month monat mois mes mese maand manad maned miesiac mesic mjesec honap luna ay месяц місяць μηνας 月 月份 월 tháng bulan شهر الشهر ' +
      'महीना mon monthname monthno monthnumber monthnr billingmonth usagemonth fiscalmonth period fiscalperiod periode buchungsperiode ' +
      'periodo per accountingperiod',
  ),
  amount: words(
    'amount betrag montant cost costs kosten cout spend ausgaben depense depenses netamount nettobetrag netto montantht total ' +
      'totalcost totalamount summe gesamt gesamtbetrag price preis prix charge value wert umsatz importe monto costo coste valor custo ' +
      'importo bedrag beløp belop kwota castka summa tutar ποσο сумма стоимость 金额 金額 費用 费用 금액 belopp beløb belob osszeg suma sumă ' +
      'iznos znesek jumlah сума вартість sốtiền المبلغ القيمة จำนวนเงิน ยอดเงิน סכום 利用金額 請求金額 請求額 费用金额 消费金额 청구금액 청구액',
  ),
  price: words(
    'price unitprice preis stuckpreis einzelpreis prix prixunitaire precio preco prezzo prijs pris cena fiyat цена 单价 單價 単価 단가',
  ),
  currency: words(
    'currency currencycode waehrung wahrung devise monnaie billingcurrency isocode moneda moeda valuta divisa waluta mena valyuta para ' +
      'parabirimi νομισμα валюта 币种 貨幣 通貨 통화',
  ),
  debit: words(
    'debit debits debitamount moneyout paidout withdrawal withdrawals soll debe dare debito af lastschrift belastung sollbetrag ' +
      'charges debet winien cargo cargos дебет 借方 借方金額 차변 dr debiteuros debitamt withdrawalamount withdrawalamt borc wn obciazenie ' +
      'obciazenia addebiti uscite retiros saidas saida debetbelopp utbetalning utfrakonto расход списание 支出 支出金额 支出金額 支出额 借方金额 借方发生额 ' +
      '付款金额 出金 出金額 出金金額 お引出し お引き出し お引出金額 お支払金額 출금 출금액',
  ),
  credit: words(
    'credit credits creditamount moneyin paidin deposit deposits haben haber avere credito bij gutschrift habenbetrag refund refunds ' +
      'kredit ma abono abonos кредит 貸方 贷方 貸方金額 대변 cr crediteuros creditamt depositamount depositamt alacak uznanie uznania accrediti ' +
      'entrate depositos entradas entrada kreditbelopp inbetalning innpakonto приход зачисление 收入 收入金额 收入金額 收入额 存入 贷方金额 贷方发生额 收款金额 入金 ' +
      '入金額 入金金額 お預入れ お預け入れ お預入金額 お預り金額 입금 입금액',
  ),
  discount: words(
    'discount discounts rebate rebates promotion promotions savings rabatt rabatte nachlass remise remises descuento sconto korting',
  ),
  /** What was given back of an amount, or paid by a credit. */
  takenOff: words(
    'refunded amountrefunded refundedamount refundamount creditapplied creditsapplied appliedcredit appliedcredits creditused creditsused ' +
      'creditamount discountamount totaldiscount totaldiscountamount rabattbetrag erstattet erstattungsbetrag gutschriftsbetrag rembourse ' +
      'montantrembourse reembolsado rimborsato 返金額 値引 退款金额 折扣 환불금액 할인',
  ),
  tax: words(
    'tax taxes taxamount totaltax salestax vat vatamount gst gstamount mwst mwstbetrag ust ustbetrag umsatzsteuer mehrwertsteuer ' +
      'steuer steuerbetrag vorsteuer tva montanttva iva importeiva imposta btw btwbedrag moms momsbelopp podatek dph adokszama ндс 税額 ' +
      '税额 消費税 부가세',
  ),
  /** How deep a row stands below others, whose amounts may hold its own. */
  level: words(
    'level lvl ebene stufe hierarchy hierarchylevel outlinelevel rowlevel depth indent indentlevel niveau nivel livello niva poziom ' +
      'уровень 层级 層級 階層 レベル 레벨',
  ),
  /** The name of the row that another stands below. */
  parent: words('parent parentid parentname parentitem parentservice parentrow ubergeordnet elternelement'),
  side: words(
    'sh sollhaben sollhabenkennzeichen sollhabenkz dc drcr crdr debitcredit debitorcredit creditdebit debitcreditindicator afbij afby ' +
      'creditdebitindicator dcindicator indicator kennzeichen debehaber dareavere da segno wnma mddal madatidal mdd ba borcalacak bd bremedobro tk ' +
      'tartozikkovetel dp dugujepotrazuje χπ χρεωσηπιστωση debetkredit debetcredit dk side sign vorzeichen signe signo sens kierunek 貸借 借贷 借贷方向',
  ),
  kind: words(
    'type doctype documenttype invoicetype vouchertype vchtype documentkind belegtyp dokumentart rechnungsart rechnungstyp ' +
      'transactiontype transaction entrytype linetype recordtype kind chargetype category typ art buchungsart belegart vorgang tipo ' +
      'rodzaj тип 种类 種別 类型 類型 유형',
  ),
  /** Whether a row is a credit, as yes or no. */
  /** Where In and Out stand, of money or of tokens. */
  flow: words('direction inout flow cashflow richtung direccion direzione direcao kierunek yon'),
  isCredit: words(
    'iscredit credit iscreditnote creditnote isrefund refund refunded isrefunded isreversal reversal reversed isreversed storno ' +
      'storniert istgutschrift gutschrift cancelled canceled iscancelled iscanceled void voided isvoid avoir annule remboursement ' +
      'rimborso reembolso',
  ),
  state: words(
    'status state zustand statut estado stato stan durum paymentstatus invoicestatus zahlungsstatus rechnungsstatus scenario szenario version ' +
      'datatype actualbudget measure статус 状态 狀態 状態 상태',
  ),
  team: words(
    'team teamname squad department departmentname abteilung kostenstelle costcenter costcentre equipe departement service reparto equipo 部门 部門 팀',
  ),
  model: words('model modell modelname modelid modele modelo modello 模型 モデル 모델'),
  quantity: words(
    'quantity qty menge anzahl quantite cantidad quantidade quantita aantal antal usagequantity consumedquantity usageamount units ' +
      'количество 数量 수량',
  ),
  /** Which part of the whole is the row's. */
  share: words(
    'share sharepercent sharepct allocation allocationpercent allocationkey percent percentage pct split anteil verteilung schlussel ' +
      'prozent part cle pourcentage porcentaje percentuale aandeel andel udzial доля 比例 割合 비율',
  ),
  tokens: words('tokens totaltokens tokencount numtokens usagetokens tokensused'),
  unit: words(
    'unit unitofmeasure uom einheit mengeneinheit unite unidad unidade unita eenheid enhet единица 单位 單位 単位 단위',
  ),
  note: words(
    'note notes comment comments remark remarks memo details description narrative narration text bemerkung bemerkungen notiz notizen anmerkung kommentar hinweis ' +
      'beschreibung bezeichnung buchungstext verwendungszweck commentaire remarque libelle nota notas observaciones commento descrizione descripcion descricao ' +
      'opmerking omschrijving anteckning komentarz opis комментарий примечание описание 备注 備註 備考 摘要 비고',
  ),
  tags: words('tags tag labels label'),
  estimated: words(
    'estimated isestimated preliminary ispreliminary provisional isprovisional geschatzt vorlaufig estime provisoire estimado ' +
      'provisional stimato voorlopig',
  ),
  /** A line of an invoice, a transaction: no two rows have the same. */
  identity: words(
    'invoicenumber invoiceno invoiceid invoicenr invoice invoicelineid lineid lineitemid linenumber lineno transactionid ' +
      'transactionnumber chargeid paymentid orderid ordernumber documentnumber documentno voucherno receiptnumber requestid uuid id ' +
      'rechnungsnummer rechnungsnr rechnungnr belegnummer belegnr belegfeld1 vorgangsnummer numerofacture facture nfacture ' +
      'numerofactura nfactura factura numerofattura nfattura fattura factuurnummer fakturanummer fakturanr numerfaktury cislofaktury ' +
      'номерсчета номерсчетафактуры 请求id 发票号 发票号码 發票號碼 請求書番号 請求番号 伝票番号 인보이스번호 청구서번호',
  ),
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flat());

/** Whether this is a name that columns of bills have, as `columnKey` gives it. */
export function isKnownName(key: string): boolean {
  return KNOWN.has(key);
}
